package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.OpenImages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.Timer;

/**
 * The field of one input: shows a text that the user can edit, as a macro would write it. Only for the event
 * dispatch thread.
 */
abstract class InputEditor {

    /** NB: listeners hear of typing only after a pause, or a half-typed path would be complained about. */
    private static final int PAUSE_MS = 250;

    private final List<Runnable> listeners = new ArrayList<>();
    private final Timer pause = new Timer(PAUSE_MS, event -> tell());
    private boolean silent;

    InputEditor() {
        pause.setRepeats(false);
    }

    /**
     * The editor of an input, with nothing in it yet.
     *
     * @param proposal for an image: the one to choose if none is
     */
    static InputEditor of(
            final CommandInput input, final OpenImages images, final Supplier<String> proposal) {
        return switch (input.kind()) {
            case IMAGE -> new ImageEditor(() -> ImageItems.of(input, images), proposal);
            case CHOICE -> new ChoiceEditor(input);
            case FLAG -> new FlagEditor();
            case FILE -> new FileEditor(input);
            case TEXT, WHOLE, REAL -> new TextEditor();
        };
    }

    /** The component to put into the dialog. */
    abstract JComponent component();

    /** The part that has the keyboard and the tooltip. */
    JComponent field() {
        return component();
    }

    /** Height of what stands below the field, in px. */
    int heightBelow() {
        return 0;
    }

    /** Reacts to a click on the label: a check box changes, other fields do nothing. */
    void labelClicked() {}

    abstract String text();

    /** Shows a text in the field. */
    protected abstract void setText(String text);

    /** Shows a text; the listeners are not told. */
    final void show(final String text) {
        silently(() -> setText(text));
    }

    /** Changes the component; the listeners are not told. */
    protected final void silently(final Runnable change) {
        silent = true;
        try {
            change.run();
        } finally {
            silent = false;
        }
    }

    /** Is told when the user changed the text. */
    final void onChange(final Runnable listener) {
        listeners.add(listener);
    }

    /** To be called when the text has changed at one stroke. */
    protected final void changed() {
        if (!silent) {
            pause.stop();
            tell();
        }
    }

    /** To be called when the user may be in the midst of typing. */
    protected final void typed() {
        if (!silent) {
            pause.restart();
        }
    }

    /** Tells at once of a change that waits for a pause in the typing. */
    final void commit() {
        if (pause.isRunning()) {
            pause.stop();
            tell();
        }
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    /** One of a few words. */
    private static final class ChoiceEditor extends InputEditor {

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

    /** Yes or no. */
    private static final class FlagEditor extends InputEditor {

        private final JCheckBox box = new JCheckBox();

        FlagEditor() {
            box.addActionListener(event -> changed());
        }

        @Override
        void labelClicked() {
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
}
