package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of a few words. */
final class ChoiceEditor extends InputEditor {

    private final CommandInput input;
    private final JComboBox<String> box = new JComboBox<>();

    ChoiceEditor(final CommandInput input) {
        this.input = input;
        input.choices().forEach(choice -> box.addItem(input.word(choice)));
        box.addActionListener(event -> changed());
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String text() {
        return box.getSelectedIndex() < 0 ? "" : input.choices().get(box.getSelectedIndex());
    }

    @Override
    protected void setText(final String text) {
        box.setSelectedIndex(input.choices().indexOf(text));
    }
}
