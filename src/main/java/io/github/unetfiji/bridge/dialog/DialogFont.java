package io.github.unetfiji.bridge.dialog;

import ij.gui.GUI;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JComponent;

/** The letters of a dialog: plain, and as large as the user wants them in ImageJ. */
final class DialogFont {

    private DialogFont() {}

    /** Sets the letters of a component and of all that is in it. NB: Java's own look has most of them bold. */
    static void in(final JComponent component) {
        final Font font = component.getFont();
        if (font != null) {
            component.setFont(font.deriveFont(Font.PLAIN));
        }
        GUI.scale(component);
        for (final Component child : component.getComponents()) {
            if (child instanceof JComponent) {
                in((JComponent) child);
            }
        }
    }
}
