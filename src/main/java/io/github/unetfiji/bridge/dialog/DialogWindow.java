package io.github.unetfiji.bridge.dialog;

import ij.IJ;
import ij.gui.GUI;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dialog.ModalityType;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;

/** The window around a form: a problem in red on top; OK, Cancel and Help below. Enter is OK, Esc is Cancel. */
final class DialogWindow {

    private static final Color RED = new Color(0xC0, 0x10, 0x10);
    private static final int GAP = 12;
    private static final int TEXT_WIDTH = 420;

    private final JDialog dialog;
    private final JButton first;
    private final WrappedText problem = new WrappedText(RED, TEXT_WIDTH);
    private final JScrollPane scroll;

    /**
     * Builds the window, not yet visible.
     *
     * <p>NB: it has no owner, and so blocks no other window: images can be looked at, opened and closed. With ImageJ's main
     * window as its owner it would open behind images and the Command Finder; with an image as its owner it would close with it.
     */
    DialogWindow(
            final String title,
            final InputForm form,
            final Runnable ok,
            final Runnable cancel,
            final Runnable help) {
        dialog = new JDialog((Window) null, title, ModalityType.DOCUMENT_MODAL);
        if (IJ.getInstance() != null) {
            dialog.setIconImages(IJ.getInstance().getIconImages());
        }
        first = button("OK", ok);
        scroll = new JScrollPane(form);
        scroll.setBorder(null);
        scroll.setOpaque(false);
        scroll.getViewport().setOpaque(false);
        problem.setBorder(BorderFactory.createEmptyBorder(0, 0, GAP, 0));
        DialogFont.in(problem);
        final JPanel content = new JPanel(new BorderLayout());
        content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        content.add(problem, BorderLayout.NORTH);
        content.add(scroll);
        content.add(buttons(cancel, help), BorderLayout.SOUTH);
        dialog.setContentPane(content);
        closeBy(cancel);
    }

    private JComponent buttons(final Runnable cancel, final Runnable help) {
        dialog.getRootPane().setDefaultButton(first);
        final JButton second = button("Cancel", cancel);
        // NB: as wide as each other.
        final JPanel end = new JPanel(new GridLayout(1, 2, GAP / 2, 0));
        end.add(IJ.isMacOSX() ? second : first);
        end.add(IJ.isMacOSX() ? first : second);
        final JPanel row = new JPanel(new BorderLayout(GAP, 0));
        row.setBorder(BorderFactory.createEmptyBorder(GAP, 0, 0, 0));
        row.add(button("Help", help), BorderLayout.WEST);
        row.add(end, BorderLayout.EAST);
        return row;
    }

    private static JButton button(final String text, final Runnable action) {
        final JButton button = new JButton(text);
        DialogFont.in(button);
        button.addActionListener(event -> action.run());
        return button;
    }

    private void closeBy(final Runnable cancel) {
        dialog.setDefaultCloseOperation(JDialog.DO_NOTHING_ON_CLOSE);
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosing(final WindowEvent event) {
                        cancel.run();
                    }
                });
        final String name = "cancel";
        dialog.getRootPane()
                .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
                .put(KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), name);
        dialog.getRootPane()
                .getActionMap()
                .put(
                        name,
                        new AbstractAction() {
                            private static final long serialVersionUID = 1L;

                            @Override
                            public void actionPerformed(final ActionEvent event) {
                                cancel.run();
                            }
                        });
    }

    /** Does something whenever the user comes back to the window. */
    void onFront(final Runnable task) {
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowActivated(final WindowEvent event) {
                        task.run();
                    }
                });
    }

    /** Shows the window in front, with the focus, and returns when it is closed. */
    void open() {
        fit();
        GUI.centerOnImageJScreen(dialog);
        // NB: when it is visible, for that call does not return before it is closed.
        dialog.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowOpened(final WindowEvent event) {
                        dialog.toFront();
                    }
                });
        dialog.setVisible(true);
    }

    void close() {
        dialog.dispose();
    }

    JDialog dialog() {
        return dialog;
    }

    /** Whether OK can be pressed. */
    void setReady(final boolean ready) {
        first.setEnabled(ready);
    }

    /** Shows a problem in red; an empty text removes it. */
    void complain(final String sentence) {
        if (sentence.equals(problem.getText().strip())) {
            return;
        }
        if (sentence.isEmpty()) {
            problem.tell(" "); // NB: its line stays, so that OK does not move under the mouse.
        } else {
            problem.tell(sentence);
            fit();
        }
    }

    /** Makes the window as high as it needs to be, within the screen; it gets no narrower while it is open. */
    void fit() {
        final Rectangle before = dialog.getBounds();
        dialog.pack();
        dialog.pack(); // NB: only now texts know how wide they are, and so how high.
        final Rectangle screen = GUI.getMaxWindowBounds(dialog);
        final Dimension size = dialog.getSize();
        if (size.height > screen.height) {
            size.height = screen.height;
            size.width += scroll.getVerticalScrollBar().getPreferredSize().width;
        }
        size.width = Math.min(screen.width, Math.max(size.width, before.width));
        dialog.setSize(size);
        if (dialog.isShowing()) {
            dialog.setLocation(
                    Math.max(screen.x, Math.min(before.x, screen.x + screen.width - size.width)),
                    Math.max(screen.y, Math.min(before.y, screen.y + screen.height - size.height)));
        }
        dialog.validate();
    }
}
