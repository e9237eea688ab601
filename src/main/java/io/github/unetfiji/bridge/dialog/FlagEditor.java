package io.github.unetfiji.bridge.dialog;

import javax.swing.JCheckBox;
import javax.swing.JComponent;

/** Yes or no. */
final class FlagEditor extends InputEditor {

    private final JCheckBox box = new JCheckBox();

    FlagEditor() {
        box.addActionListener(event -> changed());
    }

    /** Changes the answer, as a click on the box does. */
    void click() {
        box.doClick();
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String text() {
        return String.valueOf(box.isSelected());
    }

    @Override
    protected void setText(final String text) {
        box.setSelected(Boolean.parseBoolean(text));
    }
}
