package io.github.unetfiji.plain;

import ij.gui.GenericDialog;
import java.awt.Component;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One input as a field of a {@link GenericDialog}: added in order, read in the same order. */
final class InputField {

    private static final String NO_IMAGE = "(none)";
    private static final int INDENT = 20;
    private static final int SHORT_WIDTH = 8;
    private static final int PATH_WIDTH = 25;

    private final CommandInput input;
    private final List<String> items;
    private final String initial;

    private InputField(final CommandInput input, final List<String> items, final String initial) {
        this.input = input;
        this.items = items;
        this.initial = initial;
    }

    static InputField of(final CommandInput input, final OpenImages images) {
        if (input.kind() != InputKind.IMAGE) {
            return new InputField(input, input.choices(), input.defaultText());
        }
        final List<String> names =
                new ArrayList<>(images.all().stream().map(images::nameOf).toList());
        if (!input.required() || names.isEmpty()) {
            names.add(0, NO_IMAGE);
        }
        final boolean active = input.isActiveImage() && !images.all().isEmpty();
        return new InputField(
                input, names, active ? images.nameOf(images.active()) : firstOther(names, images));
    }

    /** NB: a second image, such as labels, is hardly the active one. */
    private static String firstOther(final List<String> names, final OpenImages images) {
        if (names.contains(NO_IMAGE)) {
            return NO_IMAGE;
        }
        final String active = images.nameOf(images.active());
        return names.stream().filter(name -> !name.equals(active)).findFirst().orElse(active);
    }

    String key() {
        return input.key();
    }

    /** Whether two such fields fit in one row. */
    boolean isShort() {
        return switch (input.kind()) {
            case CHOICE, FLAG, TEXT, WHOLE, REAL -> true;
            case IMAGE, FILE -> false;
        };
    }

    /** Adds the field with the text given before, or else the default. */
    void addTo(final GenericDialog dialog, final Map<String, String> texts) {
        final String text = texts.getOrDefault(input.key(), initial);
        final String label = input.label();
        switch (input.kind()) {
            case IMAGE ->
                    dialog.addChoice(
                            label, items.toArray(String[]::new), text.isEmpty() ? NO_IMAGE : text);
            case CHOICE -> dialog.addChoice(label, items.toArray(String[]::new), text);
            case FLAG -> addFlag(dialog, label, Boolean.parseBoolean(text));
            case FILE -> addFile(dialog, label, text);
            case TEXT, WHOLE, REAL -> dialog.addStringField(label, text, SHORT_WIDTH);
        }
    }

    /** NB: ImageJ would put a gap above the first check box, which tears a row of two apart. */
    private static void addFlag(
            final GenericDialog dialog, final String label, final boolean checked) {
        dialog.setInsets(0, INDENT, 0);
        dialog.addCheckbox(label, checked);
    }

    private void addFile(final GenericDialog dialog, final String label, final String text) {
        if (input.style().contains("directory")) {
            dialog.addDirectoryField(label, text, PATH_WIDTH);
        } else {
            dialog.addFileField(label, text, PATH_WIDTH);
        }
        if (input.style().contains("save")) {
            SaveButton.replaceBrowse(dialog, label);
        }
    }

    /** Lets the field just added, if it is a long one, reach over both columns of a dialog that has two. */
    void span(final GenericDialog dialog) {
        if (!isShort()) {
            final Component field =
                    input.kind() == InputKind.IMAGE
                            ? (Component) dialog.getChoices().lastElement()
                            : ((Component) dialog.getStringFields().lastElement()).getParent();
            final GridBagLayout layout = (GridBagLayout) dialog.getLayout();
            final GridBagConstraints constraints = layout.getConstraints(field);
            constraints.gridwidth = GridBagConstraints.REMAINDER;
            layout.setConstraints(field, constraints);
        }
    }

    /** The field's text, as a macro would give it. */
    String read(final GenericDialog dialog) {
        return switch (input.kind()) {
            case IMAGE -> image(dialog.getNextChoice());
            case CHOICE -> dialog.getNextChoice();
            case FLAG -> String.valueOf(dialog.getNextBoolean());
            case FILE, TEXT, WHOLE, REAL -> dialog.getNextString().trim();
        };
    }

    private static String image(final String item) {
        return NO_IMAGE.equals(item) ? "" : item;
    }
}
