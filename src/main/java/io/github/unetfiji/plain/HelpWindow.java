package io.github.unetfiji.plain;

import ij.gui.GUI;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** A text to read beside a dialog, which stays usable; it closes with the dialog. */
final class HelpWindow {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 640;
    private static final int GAP = 10;

    private final JDialog window;

    /**
     * Builds the window.
     *
     * @param dialog beside which it opens
     * @param html to read
     */
    HelpWindow(final JDialog dialog, final String title, final String html) {
        window = new JDialog(dialog, title, false);
        final JEditorPane text = new JEditorPane("text/html", html);
        text.putClientProperty(JEditorPane.HONOR_DISPLAY_PROPERTIES, Boolean.TRUE);
        text.setEditable(false);
        text.setCaretPosition(0);
        text.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        Letters.in(text);
        final JScrollPane scroll = new JScrollPane(text);
        scroll.setPreferredSize(new Dimension(WIDTH, HEIGHT));
        window.setContentPane(scroll);
        closeByEscape();
        window.pack();
        window.setBounds(
                beside(dialog.getBounds(), window.getSize(), GUI.getMaxWindowBounds(dialog)));
    }

    private void closeByEscape() {
        final String name = "close";
        window.getRootPane()
                .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), name);
        window.getRootPane()
                .getActionMap()
                .put(
                        name,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(final ActionEvent event) {
                                window.dispose();
                            }
                        });
    }

    /** Where a window covers as little of another as the screen allows: on the side where there is more room. */
    static Rectangle beside(final Rectangle other, final Dimension size, final Rectangle screen) {
        final int left = other.x - screen.x;
        final int right = screen.x + screen.width - other.x - other.width;
        final int height = Math.min(size.height, screen.height);
        final int y = Math.max(screen.y, Math.min(other.y, screen.y + screen.height - height));
        final int width = Math.min(size.width, screen.width);
        final int x =
                right >= left
                        ? Math.min(other.x + other.width, screen.x + screen.width - width)
                        : Math.max(other.x - width, screen.x);
        return new Rectangle(x, y, width, height);
    }

    void open() {
        window.setVisible(true);
        window.toFront();
    }

    /** Whether the user has not closed it. */
    boolean isOpen() {
        return window.isShowing();
    }
}
