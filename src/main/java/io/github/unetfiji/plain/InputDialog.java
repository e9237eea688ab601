package io.github.unetfiji.plain;

import ij.gui.GenericDialog;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Asks the user for the inputs of a command. A value that cannot be used opens the dialog again, with the values kept and the
 * reason on top.
 *
 * <p>Numbers are asked for as texts, so that a dialog and a macro are read by the same rules.
 */
final class InputDialog {

    /** With more inputs than this, short fields stand two in a row, or the dialog would not fit a laptop's screen. */
    private static final int ONE_COLUMN = 12;

    private static final int SENTENCE_WIDTH = 70;

    private final String label;
    private final CommandInputs inputs;
    private final OpenImages images;

    InputDialog(final String label, final CommandInputs inputs, final OpenImages images) {
        this.label = label;
        this.inputs = inputs;
        this.images = images;
    }

    /**
     * Shows the dialog until its values can be used.
     *
     * @return texts by key, one for every input
     * @throws CancelledException if the user cancels
     */
    Map<String, String> ask() {
        Map<String, String> texts = Map.of();
        String problem = "";
        while (true) {
            texts = show(texts, problem);
            try {
                inputs.values(texts, images);
                return texts;
            } catch (final UNetException e) {
                problem = e.getMessage();
            }
        }
    }

    private Map<String, String> show(final Map<String, String> texts, final String problem) {
        final GenericDialog dialog = new GenericDialog(label.replaceAll("\\.+$", ""));
        if (!problem.isEmpty()) {
            dialog.addMessage(Sentence.wrap(problem, SENTENCE_WIDTH), null, Color.RED);
        }
        final List<InputField> fields =
                inputs.list().stream().map(input -> InputField.of(input, images)).toList();
        boolean second = false;
        for (int i = 0; i < fields.size(); i++) {
            fields.get(i).addTo(dialog, texts);
            if (isTwoColumns(fields)) {
                fields.get(i).span(dialog);
            }
            second = !second && isPair(fields, i);
            if (second) {
                dialog.addToSameRow();
            }
        }
        dialog.addHelp(DialogHelp.html(inputs));
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            throw new CancelledException();
        }
        final Map<String, String> given = new LinkedHashMap<>();
        fields.forEach(field -> given.put(field.key(), field.read(dialog)));
        return given;
    }

    private static boolean isTwoColumns(final List<InputField> fields) {
        return fields.size() > ONE_COLUMN;
    }

    private static boolean isPair(final List<InputField> fields, final int first) {
        return isTwoColumns(fields)
                && first + 1 < fields.size()
                && fields.get(first).isShort()
                && fields.get(first + 1).isShort();
    }
}
