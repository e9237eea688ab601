package io.github.unetfiji.bridge.dialog;

import ij.io.OpenDialog;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.ItemStyle;
import io.github.unetfiji.model.PackageFolder;
import java.awt.Component;
import java.io.File;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;

/** Lets the user choose a file to open or to write, a folder, or either, as the style of the input says. */
final class PathChooser {

    private PathChooser() {}

    /** The file chosen; nothing if the user cancels, or does not want to replace a file. */
    static Optional<File> choose(
            final Component parent, final CommandInput input, final String text) {
        final JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(input.label());
        chooser.setFileSelectionMode(mode(input.style()));
        final boolean model = input.style().has("model");
        chooser.setCurrentDirectory(startFolder(text, otherwise(model)));
        if (model) {
            chooser.setFileFilter(new ModelFiles());
        }
        if (!text.isEmpty()) {
            chooser.setSelectedFile(selected(text, chooser.getCurrentDirectory()));
        }
        final boolean save = input.style().has("save");
        final int answer =
                save ? chooser.showSaveDialog(parent) : chooser.showDialog(parent, "Choose");
        if (answer != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        final File file = chooser.getSelectedFile();
        if (save && file.isFile() && !mayReplace(parent, file)) {
            return Optional.empty();
        }
        OpenDialog.setDefaultDirectory(chooser.getCurrentDirectory().getPath());
        return Optional.of(model && !save ? PackageFolder.of(file.toPath()).toFile() : file);
    }

    /**
     * The folder to show first: that of the path, or the nearest above it that is there.
     *
     * @param text the path in the field; an empty one or a bare name such as {@code model.zip} has no folder
     * @param otherwise the folder for such a field, or {@code null}
     */
    static File startFolder(final String text, final File otherwise) {
        final File file = new File(text);
        if (text.isEmpty() || (!file.isAbsolute() && !file.exists())) {
            return otherwise;
        }
        File folder = file.getAbsoluteFile().getParentFile();
        while (folder != null && !folder.isDirectory()) {
            folder = folder.getParentFile();
        }
        return folder == null ? otherwise : folder;
    }

    /** For models the folder of the one used last, else ImageJ's. */
    private static File otherwise(final boolean model) {
        final Optional<String> used = model ? RecentModels.last() : Optional.empty();
        final String folder = OpenDialog.getDefaultDirectory();
        return used.map(path -> new File(path).getParentFile())
                .orElseGet(() -> folder == null ? null : new File(folder));
    }

    private static int mode(final ItemStyle style) {
        if (style.has("directory")) {
            return JFileChooser.DIRECTORIES_ONLY;
        }
        final boolean either = style.has("both") || (style.has("model") && style.has("open"));
        return either ? JFileChooser.FILES_AND_DIRECTORIES : JFileChooser.FILES_ONLY;
    }

    private static File selected(final String text, final File folder) {
        final File file = new File(text);
        return file.isAbsolute() || file.exists()
                ? file.getAbsoluteFile()
                : new File(folder, file.getName());
    }

    private static boolean mayReplace(final Component parent, final File file) {
        return JOptionPane.showConfirmDialog(
                        parent,
                        "Replace the file " + file.getName() + "?",
                        "The file exists",
                        JOptionPane.OK_CANCEL_OPTION)
                == JOptionPane.OK_OPTION;
    }
}
