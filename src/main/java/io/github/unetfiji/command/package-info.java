/**
 * The SciJava commands of the menu <i>Plugins &gt; U-Net</i>: each is its fields, which are the macro keys, and a few lines that make
 * library calls of them. Everything a command does, a program does by calling the library without it.
 *
 * <p>Start from {@link io.github.unetfiji.command.SegmentCommand} and its superclasses, which hold the keys that several commands share. A
 * script runs a command by its class:
 *
 * <pre>{@code
 * CommandModule run =
 *         commands.run(SegmentCommand.class, false, "image", image, "model", new File("cells.zip"), "output", "classes")
 *                 .get();
 * ImagePlus classes = (ImagePlus) run.getOutput("result");
 * }</pre>
 *
 * <p>Keys, defaults and outputs are documented in {@code docs/commands.md}; a test compares it with the fields. How a field's
 * declaration shapes the dialog is told in {@link io.github.unetfiji.bridge}.
 */
package io.github.unetfiji.command;
