package io.github.unetfiji.bridge.dialog;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** A text to read, in as many lines as it needs; takes no room while it is empty. */
final class WrappedText extends JTextArea {

    private static final long serialVersionUID = 1L;

    private final int leastWidth;
    private int leastLines;

    /**
     * An empty text.
     *
     * @param color of the letters, or {@code null} for the usual one
     * @param leastWidth in pixels; it wraps there until it is given more
     */
    WrappedText(final Color color, final int leastWidth) {
        this.leastWidth = leastWidth;
        setEditable(false);
        setFocusable(false);
        setOpaque(false);
        setBorder(null);
        setLineWrap(true);
        setWrapStyleWord(true);
        setFont(UIManager.getFont("Label.font").deriveFont(Font.PLAIN));
        setForeground(color == null ? UIManager.getColor("Label.foreground") : color);
        setDisabledTextColor(Color.GRAY);
        setVisible(false);
    }

    /** Reserves the room of so many lines while a text is shown, so that the components below do not move when it becomes longer. */
    WrappedText withRoomFor(final int lines) {
        leastLines = lines;
        return this;
    }

    /** Shows a text; an empty one is hidden. Whether that changes the room that it needs. */
    boolean tell(final String text) {
        final int before = isVisible() ? getPreferredSize().height : 0;
        setText(text);
        setVisible(!text.isEmpty());
        return before != (isVisible() ? getPreferredSize().height : 0);
    }

    /** NB: the height follows from the width, which Swing does not ask for. */
    @Override
    public Dimension getPreferredSize() {
        final int width = Math.max(getWidth(), leastWidth);
        if (getWidth() != width) {
            setSize(width, Short.MAX_VALUE);
        }
        return new Dimension(
                leastWidth, Math.max(super.getPreferredSize().height, leastLines * getRowHeight()));
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize();
    }
}
