/**
 * One generic bridge between ImageJ 1.x and the SciJava commands of this plugin: it runs them from the menu of plain ImageJ and of Fiji,
 * in macros (interactive, batch mode, headless), and from a terminal. It reads a command's inputs from macro options or asks for them in a
 * dialog, runs the command in the thread that ImageJ called, shows its outputs and writes the macro recorder's line. Nothing here knows a
 * particular command.
 *
 * <p>Start from {@link io.github.unetfiji.bridge.Run_Command}, which {@code plugins.config} names in every line of the menu; {@link
 * io.github.unetfiji.bridge.headless.MacroRunner} runs a macro file without a display:
 *
 * <pre>{@code
 * IJ.runPlugIn("io.github.unetfiji.bridge.Run_Command", "io.github.unetfiji.command.SegmentCommand");
 * }</pre>
 *
 * <p>The packages, lower first: {@code input} (declarations, macro options, values), {@code message} (how a command's end is told),
 * {@code dialog}, this one, {@code headless}.
 *
 * <p>What a command declares with SciJava's {@code @Parameter} shapes its dialog:
 *
 * <ul>
 *   <li>{@code style = "group:Network"}, also {@code "save,group:Network"}: the input stands in the folded section Network; {@code
 *       "after:rois"}: it stands behind the input {@code rois}, if there is one;
 *   <li>{@code style = "labels"} or {@code "prediction"} of an image: the dialog begins with an image that looks like it; otherwise with
 *       the active image if that is none of those. In a macro the key {@code image} is the active one;
 *   <li>{@code style = "open,model"} or {@code "save,model"} of a file: the models used last are offered, and the dialog begins with
 *       the last one if it is to be opened. Then it may also be a folder, the models of some folders are listed by name, and a name
 *       will do;
 *   <li>{@code style = "page"} of a text that is an output: a text to read, unlike a sentence; {@code "beside"} of a picture: stands
 *       beside that text in its window, and a macro does not get it;
 *   <li>{@code style = "remembered"} of a text: the dialog begins with what the last one was given;
 *   <li>{@code attrs = @Attr(name = "proposed", value = "instances")}: what the dialog begins with, where that is not the default of
 *       a macro;
 *   <li>an input that bears the key of a {@link io.github.unetfiji.setting.Setting} which its command declares: allows and shows what
 *       the setting says. Other inputs allow what {@code choices}, {@code min} and {@code max} say, and show what {@code attrs = @Attr(name =
 *       "words", value = "adam=Adam;sgd=SGD")} says;
 *   <li>{@code callback = "method"}: called after the field has changed, and when the dialog opens with an image; what it sets in
 *       other inputs and messages is shown. It must be quick: OK waits for it;
 *   <li>{@code initializer = "method"}, of an input or of the command: called before the dialog opens, with the images set. A
 *       macro does not depend on it: what it leaves out has its declared default;
 *   <li>{@code visibility = ItemVisibility.MESSAGE} on a {@code String}: a text, shown anew after every callback and preview;
 *   <li>{@code visibility = ItemVisibility.TRANSIENT}: asked for, but no macro key and never recorded, such as a preset;
 *   <li>the type {@code org.scijava.widget.Button}: a button that calls its callback;
 *   <li>a command that is {@code Previewable}: {@code preview()} after every change and its callback, {@code cancel()} when the
 *       dialog closes; it may take its time, OK does not wait for it, and it is interrupted then;
 *   <li>a command that is {@link io.github.unetfiji.command.Confirmable}: may ask one question after OK, before something is lost;
 *   <li>the attributes {@code example} and {@code macro} of the command's own annotation: the Help window begins with them.
 * </ul>
 *
 * <p>A dialog blocks no other window: while it is open, the user can look at images, open and close them, and its lists of images follow.
 *
 * <p>NB: a dialog has two instances of the command. One has its callbacks called and then runs; the other has its previews and buttons
 * called, which may still be at work when the first one runs. So {@code run()} and {@code preview()} share nothing but inputs.
 */
package io.github.unetfiji.bridge;
