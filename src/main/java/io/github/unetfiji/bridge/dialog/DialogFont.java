package io.github.unetfiji.bridge.dialog;

import ij.gui.GUI;
import java.awt.Component;
import java.awt.Font;
import javax.swing.JComponent;

/** The font of a dialog: plain, in the size that the user has set in ImageJ. */
final class DialogFont {

    private DialogFont() {}

    /** Sets the font of a component and of all components in it. NB: Java's own look has most of them bold. */
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
