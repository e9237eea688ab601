package io.github.unetfiji.plain;

import java.util.List;
import java.util.Objects;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** One of a few words, or an open image. */
final class ChoiceEditor extends InputEditor {

    private final DefaultComboBoxModel<String> words = new DefaultComboBoxModel<>();
    private final JComboBox<String> box = new JComboBox<>(words);
    private final String none;

    /**
     * Lists the words.
     *
     * @param none the one that stands for no text, or empty
     */
    ChoiceEditor(final List<String> words, final String none) {
        this.none = none;
        words.forEach(this.words::addElement);
        box.addActionListener(event -> changed());
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String text() {
        final String word = Objects.toString(box.getSelectedItem(), "");
        return word.equals(none) ? "" : word;
    }

    /** NB: a word that is not listed is added: a command may have opened an image. */
    @Override
    protected void setText(final String text) {
        final String word = text.isEmpty() ? none : text;
        if (!word.isEmpty() && words.getIndexOf(word) < 0) {
            words.addElement(word);
        }
        box.setSelectedItem(word);
    }
}
