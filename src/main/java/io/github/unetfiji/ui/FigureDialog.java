package io.github.unetfiji.ui;

import ij.io.OpenDialog;
import io.github.unetfiji.UNetException;
import java.awt.Component;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.SwingWorker;

/** Asks where the figures shall be saved, and saves them in the background. */
final class FigureDialog {

    private static final String TITLE = "Save Figures";

    private FigureDialog() {}

    /** Asks where to, and saves the figures of this state. */
    static void save(final Component parent, final MonitorState state) {
        final String name = state.plan() == null ? "training" : state.plan().name();
        final JFileChooser chooser = new JFileChooser(OpenDialog.getDefaultDirectory());
        chooser.setDialogTitle("Save Figures: Beginning of Their Names");
        chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
        if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
            return;
        }
        final Path base = chooser.getSelectedFile().toPath();
        final List<Path> files = FigureFiles.of(base, state);
        if (mayReplace(parent, files)) {
            new Saving(parent, base, state, names(files)).execute();
        }
    }

    private static boolean mayReplace(final Component parent, final List<Path> files) {
        final List<Path> there = files.stream().filter(Files::exists).toList();
        return there.isEmpty()
                || JOptionPane.showConfirmDialog(
                                parent,
                                "Replace " + names(there) + "?",
                                TITLE,
                                JOptionPane.OK_CANCEL_OPTION)
                        == JOptionPane.OK_OPTION;
    }

    private static String names(final List<Path> files) {
        return files.stream()
                .map(file -> file.getFileName().toString())
                .collect(Collectors.joining(", "));
    }

    private static final class Saving extends SwingWorker<Void, Void> {

        private final Component parent;
        private final Path base;
        private final MonitorState state;
        private final String names;

        Saving(
                final Component parent,
                final Path base,
                final MonitorState state,
                final String names) {
            this.parent = parent;
            this.base = base;
            this.state = state;
            this.names = names;
        }

        @Override
        protected Void doInBackground() {
            FigureFiles.write(base, state);
            return null;
        }

        @Override
        protected void done() {
            try {
                get();
                say("Saved " + names + ".", JOptionPane.INFORMATION_MESSAGE);
            } catch (final ExecutionException e) {
                if (!(e.getCause() instanceof UNetException)) {
                    throw new IllegalStateException("Saving the figures failed.", e.getCause());
                }
                say(e.getCause().getMessage(), JOptionPane.ERROR_MESSAGE);
            } catch (final InterruptedException e) {
                // NB: cannot be: the work is done.
                Thread.currentThread().interrupt();
            }
        }

        private void say(final String message, final int kind) {
            JOptionPane.showMessageDialog(parent, message, TITLE, kind);
        }
    }
}
