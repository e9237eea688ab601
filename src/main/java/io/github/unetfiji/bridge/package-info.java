/**
 * One generic bridge that runs the SciJava commands of this plugin in plain ImageJ, in Fiji's menu, in ImageJ macros
 * (interactive, batch mode, headless), and from a terminal.
 *
 * <p>{@link io.github.unetfiji.bridge.Run_Command} is what {@code plugins.config} names; {@link
 * io.github.unetfiji.bridge.headless.MacroRunner} runs a macro file without a display. Nothing here knows a particular command.
 *
 * <p>What a command declares with SciJava's {@code @Parameter} shapes its dialog:
 *
 * <ul>
 *   <li>{@code style = "group:Network"}, also {@code "save,group:Network"}: the input stands in the folded section Network; {@code
 *       "after:rois"}: it stands behind the input {@code rois}, if there is one;
 *   <li>{@code style = "labels"} or {@code "prediction"} of an image: the dialog begins with an image that looks like it; otherwise with
 *       the active image if that is none of those. In a macro the key {@code image} is the active one;
 *   <li>{@code style = "open,model"} or {@code "save,model"} of a file: the models used last are offered, and the dialog begins with
 *       the last one if it is to be opened;
 *   <li>{@code attrs = @Attr(name = "words", value = "adam=Adam;sgd=SGD")}: what the dialog shows for choices; {@code name =
 *       "proposed"}: what the dialog begins with, where that is not the default of a macro;
 *   <li>{@code callback = "method"}: called after the field has changed, and when the dialog opens with an image; what it sets in
 *       other inputs and messages is shown. It must be quick: OK waits for it;
 *   <li>{@code initializer = "method"}, of an input or of the command: called before the dialog opens, with the images set. A
 *       macro does not depend on it: what it leaves out has its declared default;
 *   <li>{@code visibility = ItemVisibility.MESSAGE} on a {@code String}: a text, shown anew after every callback and preview;
 *   <li>{@code visibility = ItemVisibility.TRANSIENT}: asked for, but no macro key and never recorded, such as a preset;
 *   <li>the type {@code org.scijava.widget.Button}: a button that calls its callback;
 *   <li>a command that is {@code Previewable}: {@code preview()} after every change and its callback, {@code cancel()} when the
 *       dialog closes; it may take its time, OK does not wait for it, and it is interrupted then;
 *   <li>the attributes {@code example} and {@code macro} of the command's own annotation: the Help window begins with them.
 * </ul>
 *
 * <p>A dialog blocks no other window: images can be looked at, opened and closed, and its lists follow.
 *
 * <p>NB: the command that runs is the one whose callbacks were called. Previews and buttons are another one's, which has the same
 * values: they may still work when the first one runs. So {@code run()} and {@code preview()} share nothing but inputs.
 */
package io.github.unetfiji.bridge;
