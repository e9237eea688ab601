package io.github.unetfiji.bridge.dialog;

import ij.gui.GUI;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** A window with help beside a dialog, which stays usable; it closes with the dialog. */
final class HelpWindow {

    private static final int WIDTH = 560;
    private static final int LEAST_WIDTH = 400;
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
        DialogFont.in(text);
        final JScrollPane scroll = new JScrollPane(text);
        scroll.setPreferredSize(new Dimension(WIDTH, HEIGHT));
        window.setContentPane(scroll);
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        window.pack();
        final Rectangle screen = GUI.getMaxWindowBounds(dialog);
        final int width = Math.max(LEAST_WIDTH, Math.min(WIDTH, screen.width - dialog.getWidth()));
        dialog.setLocation(aside(dialog.getBounds(), width, screen), dialog.getY());
        window.setBounds(
                beside(dialog.getBounds(), new Dimension(width, window.getHeight()), screen));
    }

    /** Where the dialog has to go to the left so that there is room on its right, as far as the screen allows. */
    static int aside(final Rectangle dialog, final int room, final Rectangle screen) {
        final int furthest = screen.x + screen.width - room - dialog.width;
        return Math.max(screen.x, Math.min(dialog.x, furthest));
    }

    /** Where a window stands right of another, within the screen. */
    static Rectangle beside(final Rectangle other, final Dimension size, final Rectangle screen) {
        final int width = Math.min(size.width, screen.width);
        final int height = Math.min(size.height, screen.height);
        return new Rectangle(
                Math.min(other.x + other.width, screen.x + screen.width - width),
                Math.max(screen.y, Math.min(other.y, screen.y + screen.height - height)),
                width,
                height);
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
