package io.github.unetfiji.plain;

import ij.gui.GenericDialog;
import java.awt.Button;
import java.awt.Component;
import java.awt.FileDialog;
import java.awt.TextField;
import java.awt.event.ActionListener;
import java.io.File;

/** Makes the Browse button of a file field ask for a file to write; ImageJ's own asks for one to open. */
final class SaveButton {

    private SaveButton() {}

    /** Changes the button of the file field that was added last. */
    static void replaceBrowse(final GenericDialog dialog, final String label) {
        final TextField field = (TextField) dialog.getStringFields().lastElement();
        for (final Component part : field.getParent().getComponents()) {
            if (part instanceof Button) {
                final Button button = (Button) part;
                for (final ActionListener listener : button.getActionListeners()) {
                    button.removeActionListener(listener);
                }
                button.addActionListener(event -> choose(dialog, label, field));
            }
        }
    }

    private static void choose(
            final GenericDialog dialog, final String label, final TextField field) {
        final FileDialog chooser = new FileDialog(dialog, label, FileDialog.SAVE);
        final File before = new File(field.getText());
        chooser.setDirectory(before.getParent());
        chooser.setFile(before.getName());
        chooser.setVisible(true);
        if (chooser.getFile() != null) {
            field.setText(new File(chooser.getDirectory(), chooser.getFile()).getPath());
        }
    }
}
