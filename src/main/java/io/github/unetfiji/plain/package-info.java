/**
 * One generic bridge that runs the SciJava commands of this plugin in plain ImageJ, in Fiji's menu, in ImageJ macros
 * (interactive, batch mode, headless), and from a terminal.
 *
 * <p>{@link io.github.unetfiji.plain.Run_Command} is what {@code plugins.config} names; {@link
 * io.github.unetfiji.plain.MacroRunner} runs a macro file without a display. Nothing here knows a particular command.
 */
package io.github.unetfiji.plain;
