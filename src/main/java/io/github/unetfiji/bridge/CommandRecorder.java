package io.github.unetfiji.bridge;

import ij.IJ;
import ij.ImagePlus;
import ij.plugin.frame.Recorder;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.InputKind;
import io.github.unetfiji.bridge.input.InputNaming;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.text.MacroText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a run that came from the dialog into ImageJ's macro recorder, as a line that runs as it stands.
 *
 * <p>Only values that differ from their default are recorded; a required input has no default, and so is always recorded. A run that
 * fails or is cancelled leaves no line.
 */
final class CommandRecorder {

    private final String label;
    private final CommandInputs inputs;
    private final OpenImages images;
    private final boolean recording;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final List<String> ambiguous = new ArrayList<>();

    CommandRecorder(final String label, final CommandInputs inputs, final OpenImages images) {
        this.label = label;
        this.inputs = inputs;
        this.images = images;
        this.recording = IJ.recording() && !Thread.currentThread().getName().startsWith("Run$_");
    }

    /**
     * Takes the command off the recorder when it fails or is cancelled.
     *
     * <p>NB: not before: while there is a command, windows that open are not recorded as selected by the user.
     */
    void drop() {
        if (recording) {
            Recorder.setCommand(null);
        }
    }

    /** Takes the values that differ from the defaults; before the command runs, which changes which image is active. */
    void take(final Map<String, String> texts) {
        if (recording) {
            // NB: a command that the user called while the dialog was open has taken it off.
            Recorder.setCommand(label);
            options.putAll(options(texts));
            ambiguous.addAll(ambiguous(options));
        }
    }

    /** Records what was taken; ImageJ writes the line when the plugin returns. */
    void record() {
        if (!recording) {
            return;
        }
        ambiguous.forEach(remark -> Recorder.recordString("// " + remark + "\n"));
        Recorder.setCommand(label); // NB: a dialog that the command used may have taken it off.
        options.forEach(this::record);
        if (options.isEmpty()) {
            Recorder.recordOption(
                    " "); // NB: without any option the line would open the dialog again.
        }
    }

    /** The options by which a macro gets the same values. */
    Map<String, String> options(final Map<String, String> texts) {
        final String active = images.nameOfActive();
        final Map<String, String> options = new LinkedHashMap<>();
        for (final CommandInput input : inputs.list()) {
            final String text = texts.getOrDefault(input.key(), input.defaultText());
            if (input.inMacros() && !input.isDefault(text, active)) {
                options.put(
                        input.key(),
                        input.kind() == InputKind.FILE ? Recorder.fixPath(text) : text);
            }
        }
        return options;
    }

    /** Remarks about images that share their title with others: their ids are recorded, and an id is gone when the window is closed. */
    private List<String> ambiguous(final Map<String, String> options) {
        final List<String> remarks = new ArrayList<>();
        for (final CommandInput input : inputs.list()) {
            final String text = options.get(input.key());
            if (input.kind() == InputKind.IMAGE && text != null && !text.isEmpty()) {
                final ImagePlus image = images.find(InputNaming.MACRO.of(input), text);
                if (!images.hasOwnTitle(image)) {
                    remarks.add(
                            String.format(
                                    Locale.ROOT,
                                    "%s=%s holds only while this window is open: several images are"
                                            + " titled \"%s\"; rename one, and write its title here.",
                                    input.key(),
                                    text,
                                    image.getTitle()));
                }
            }
        }
        return remarks;
    }

    /** NB: the recorder puts brackets around a value with spaces by itself. */
    private void record(final String key, final String text) {
        try {
            final String quoted = MacroText.quote(text);
            final boolean bracketedByRecorder = quoted.indexOf(' ') >= 0;
            if (bracketedByRecorder && quoted.startsWith("'")) {
                throw new UNetException(
                        "The text \""
                                + text
                                + "\" cannot be recorded: its brackets do not balance.");
            }
            Recorder.recordOption(key, Recorder.fixString(bracketedByRecorder ? text : quoted));
        } catch (final UNetException e) {
            IJ.log(label + ": " + e.getMessage());
        }
    }
}
