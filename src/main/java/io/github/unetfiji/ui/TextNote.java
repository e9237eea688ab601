package io.github.unetfiji.ui;

import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Image;
import java.awt.Insets;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.ImageIcon;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import javax.swing.Timer;
import javax.swing.UIManager;
import javax.swing.WindowConstants;

/**
 * A text in a window of its own, from its first line on, with long lines wrapped. It blocks no other window, and can be copied.
 *
 * <p>NB: ImageJ's text windows do not wrap: of a note or a macro line only the beginning would be seen.
 */
public final class TextNote {

    /** NB: of the width of an m; a line holds more letters. */
    private static final int COLUMNS = 54;

    private static final int LETTERS = 75;
    private static final int LEAST_ROWS = 3;
    private static final int MOST_ROWS = 26;

    /** The longest side of a picture, in px. */
    private static final int PICTURE = 280;

    /** Milliseconds. */
    private static final int RAISE_AFTER = 300;

    private TextNote() {}

    /**
     * Shows a text and returns at once.
     *
     * @param title of the window
     * @param words one fact or sentence a line
     */
    public static void show(final String title, final String words) {
        show(title, words, Optional.empty());
    }

    /**
     * Shows a text beside a picture and returns at once.
     *
     * @param title of the window
     * @param words one fact or sentence a line
     * @param picture stands beside the text; of a large one a smaller copy
     */
    public static void show(final String title, final String words, final Optional<Image> picture) {
        EventQueue.invokeLater(
                () -> {
                    final JFrame window = window(title, words, picture);
                    window.setVisible(true);
                    // NB: pictures that were shown before come to the front in their own time.
                    final Timer raising = new Timer(RAISE_AFTER, event -> window.toFront());
                    raising.setRepeats(false);
                    raising.start();
                });
    }

    private static JFrame window(
            final String title, final String words, final Optional<Image> picture) {
        final JFrame window = new JFrame(title);
        final JTextArea text = text(words);
        final JButton copy = new JButton("Copy");
        final JButton close = new JButton("Close");
        copy.addActionListener(
                event ->
                        Toolkit.getDefaultToolkit()
                                .getSystemClipboard()
                                .setContents(new StringSelection(chosen(text)), null));
        close.addActionListener(event -> window.dispose());
        final JPanel buttons = new JPanel(new FlowLayout(FlowLayout.TRAILING, 6, 0));
        buttons.add(copy);
        buttons.add(close);
        final JPanel content = new JPanel(new BorderLayout(10, 10));
        content.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        content.add(new JScrollPane(text), BorderLayout.CENTER);
        picture.ifPresent(image -> content.add(label(image), BorderLayout.EAST));
        content.add(buttons, BorderLayout.SOUTH);
        window.setContentPane(content);
        window.getRootPane().setDefaultButton(close);
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(),
                        KeyStroke.getKeyStroke("ESCAPE"),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        window.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
        window.pack();
        window.setLocationRelativeTo(null);
        return window;
    }

    private static JLabel label(final Image picture) {
        final int width = picture.getWidth(null);
        final int height = picture.getHeight(null);
        final double scale = Math.min(1, (double) PICTURE / Math.max(width, height));
        final JLabel label =
                new JLabel(
                        new ImageIcon(
                                picture.getScaledInstance(
                                        Math.max(1, (int) Math.round(scale * width)),
                                        Math.max(1, (int) Math.round(scale * height)),
                                        Image.SCALE_SMOOTH)));
        label.setVerticalAlignment(SwingConstants.TOP);
        return label;
    }

    /** The selected text, or all of it if none is selected. */
    private static String chosen(final JTextArea text) {
        return text.getSelectedText() == null ? text.getText() : text.getSelectedText();
    }

    private static JTextArea text(final String words) {
        final int rows = words.lines().mapToInt(line -> 1 + line.length() / LETTERS).sum();
        final JTextArea text =
                new JTextArea(words, Math.max(LEAST_ROWS, Math.min(MOST_ROWS, rows)), COLUMNS);
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        final Font font = UIManager.getFont("Label.font");
        text.setFont(font == null ? text.getFont() : font.deriveFont(Font.PLAIN));
        text.setMargin(new Insets(6, 6, 6, 6));
        text.setCaretPosition(0);
        return text;
    }
}
