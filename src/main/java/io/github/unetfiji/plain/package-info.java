/**
 * One generic bridge that runs the SciJava commands of this plugin in plain ImageJ, in Fiji's menu, in ImageJ macros
 * (interactive, batch mode, headless), and from a terminal.
 *
 * <p>{@link io.github.unetfiji.plain.Run_Command} is what {@code plugins.config} names; {@link
 * io.github.unetfiji.plain.MacroRunner} runs a macro file without a display. Nothing here knows a particular command.
 *
 * <p>What a command declares with SciJava's {@code @Parameter} shapes its dialog:
 *
 * <ul>
 *   <li>{@code style = "group:Network"}, also {@code "save,group:Network"}: the input stands in the folded section Network;
 *   <li>{@code style = "active"} of an image: the dialog begins with the active image; a macro must name one. The key {@code image}
 *       is the active one for both;
 *   <li>{@code callback = "method"}: called after the field has changed; what it sets in other inputs and messages is shown.
 *       It runs in a thread of the dialog, so it may take its time; it is interrupted when the dialog closes;
 *   <li>{@code initializer = "method"}, of an input or of the command: called before the dialog opens, with the images set. A
 *       macro does not depend on it: what it leaves out has its declared default;
 *   <li>{@code visibility = ItemVisibility.MESSAGE} on a {@code String}: a text, shown anew after every callback;
 *   <li>{@code visibility = ItemVisibility.TRANSIENT}: asked for, but no macro key and never recorded, such as a preset;
 *   <li>the type {@code org.scijava.widget.Button}: a button that calls its callback;
 *   <li>a command that is {@code Previewable}: {@code preview()} after every change and its callback, {@code cancel()} when the
 *       user cancels; other windows can be used while the dialog is open.
 * </ul>
 *
 * <p>NB: as a rule the command that runs is the one that the callbacks saw; but if one of them still works when the user
 * presses OK, a fresh command runs instead. So {@code run()} should rely on nothing but its inputs.
 */
package io.github.unetfiji.plain;
