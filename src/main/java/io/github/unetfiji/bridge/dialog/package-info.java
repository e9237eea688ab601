/**
 * The dialog of a command, built from the command's declared inputs. It blocks no other window, calls the command's callbacks and
 * previews in the background while the user edits, and returns texts as a macro would write them.
 *
 * <p>Start from {@link io.github.unetfiji.bridge.dialog.InputDialog}:
 *
 * <pre>{@code
 * CommandInputs inputs = CommandInputs.of(module);
 * Map<String, String> texts =
 *         new InputDialog("U-Net Segment", inputs, new OpenImages(), module, moduleForPreviews).ask();
 * }</pre>
 *
 * <p>The form consists of sections ({@code SectionPanel}) of labelled fields ({@code InputEditor}); {@code CallbackRunner} takes edits to
 * the command and brings back what it changed. All of Swing is used in the event dispatch thread only.
 */
package io.github.unetfiji.bridge.dialog;
