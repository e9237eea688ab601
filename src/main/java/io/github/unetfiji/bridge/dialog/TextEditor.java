package io.github.unetfiji.bridge.dialog;

import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/** A text or a number. */
final class TextEditor extends InputEditor {

    private static final int COLUMNS = 9;

    private final JTextField field;

    TextEditor() {
        this(COLUMNS);
    }

    TextEditor(final int columns) {
        field = new JTextField(columns);
        field.getDocument()
                .addDocumentListener(
                        new DocumentListener() {
                            @Override
                            public void insertUpdate(final DocumentEvent event) {
                                typed();
                            }

                            @Override
                            public void removeUpdate(final DocumentEvent event) {
                                typed();
                            }

                            @Override
                            public void changedUpdate(final DocumentEvent event) {
                                typed();
                            }
                        });
    }

    @Override
    JComponent component() {
        return field;
    }

    @Override
    String text() {
        return field.getText().trim();
    }

    /** NB: a text longer than the field would show its end. */
    @Override
    protected void setText(final String text) {
        field.setText(text);
        field.setCaretPosition(0);
    }
}
