package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.Legible;
import io.github.unetfiji.bridge.input.ModelFolders;
import io.github.unetfiji.model.ShelfEntry;
import java.awt.Dimension;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingWorker;

/**
 * A line below a field that says which model it holds: its name, what it wants and what it gives. The description is read in the
 * background. Only for the event dispatch thread.
 */
final class ModelLine {

    private static final int LONGEST_NAME = 50;

    /** NB: its height stays, so that nothing moves; its width is that of the field, whatever the text. */
    private final JLabel line =
            new JLabel(" ") {
                private static final long serialVersionUID = 1L;

                @Override
                public Dimension getPreferredSize() {
                    return new Dimension(1, getFontMetrics(getFont()).getHeight() + 2);
                }
            };

    private String described = "";

    ModelLine() {
        line.putClientProperty("html.disable", Boolean.TRUE);
        line.setForeground(ModelCell.faint(line.getForeground(), line.getBackground()));
    }

    JComponent component() {
        return line;
    }

    int height() {
        return line.getPreferredSize().height;
    }

    /** Says which model a path, or a name, stands for; nothing if it stands for none. */
    void describe(final String text) {
        if (text.equals(described)) {
            return;
        }
        described = text;
        tell("");
        if (!text.isEmpty()) {
            new Reading(text).execute();
        }
    }

    private void tell(final String text) {
        line.setText(text.isEmpty() ? " " : text);
        line.setToolTipText(text.isEmpty() ? null : DialogHelp.wrapped(text));
    }

    /** Reads the description of the model of a text. */
    private final class Reading extends SwingWorker<Optional<ShelfEntry>, Void> {

        private final String text;

        Reading(final String text) {
            this.text = text;
        }

        @Override
        protected Optional<ShelfEntry> doInBackground() {
            try {
                return ShelfReading.describe(ModelFolders.now().resolved(Path.of(text)));
            } catch (final InvalidPathException noPath) {
                return Optional.empty(); // NB: half-typed.
            }
        }

        @Override
        protected void done() {
            if (text.equals(described)) {
                tell(words());
            }
        }

        /** NB: what it wants and gives is to be seen, however long its name is. */
        private String words(final ShelfEntry entry) {
            return Legible.shortened(entry.name(), LONGEST_NAME) + ": " + ModelRow.summary(entry);
        }

        private String words() {
            try {
                return get().map(this::words).orElse("");
            } catch (final ExecutionException e) {
                return "The model cannot be described: " + e.getCause() + ".";
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
    }
}
