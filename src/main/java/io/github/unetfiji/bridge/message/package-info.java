/**
 * How the end of a command is told: a failure as one sentence that stops the macro, success as a note and a line in the status bar. An
 * error of the program, a missing jar or a lack of memory becomes a sentence, too, with its details in the log.
 *
 * <p>Start from {@link io.github.unetfiji.bridge.message.Failure} and {@link io.github.unetfiji.bridge.message.CommandEnd}:
 *
 * <pre>{@code
 * CommandEnd end = new CommandEnd("U-Net Segment", null); // null: a person started it, not a macro
 * try {
 *     segment();
 *     end.show(List.of(), List.of("Segmented 3 files into /a."), Optional.empty());
 * } catch (Throwable thrown) {
 *     new Failure().report(thrown);
 * }
 * }</pre>
 *
 * <p>NB: nothing of SciJava may appear here, so that a missing SciJava can be reported.
 */
package io.github.unetfiji.bridge.message;
