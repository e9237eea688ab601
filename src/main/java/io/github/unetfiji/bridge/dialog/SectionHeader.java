package io.github.unetfiji.bridge.dialog;

import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.RenderingHints;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JSeparator;
import javax.swing.SwingConstants;

/** The line above a section of a dialog: a triangle and a name, which fold the section when they are clicked. */
final class SectionHeader extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int GAP = 6;

    private final JButton button = new JButton();

    SectionHeader(final Runnable clicked) {
        super(new GridBagLayout());
        DialogFont.in(button);
        button.setFont(button.getFont().deriveFont(Font.BOLD));
        button.setHorizontalAlignment(SwingConstants.LEADING);
        button.setContentAreaFilled(false);
        button.setBorder(BorderFactory.createEmptyBorder(GAP, 0, GAP / 2, GAP));
        button.setIconTextGap(GAP);
        button.addActionListener(event -> clicked.run());
        setOpaque(false);
        add(button);
        final GridBagConstraints rest = new GridBagConstraints();
        rest.fill = GridBagConstraints.HORIZONTAL;
        rest.weightx = 1;
        add(new JSeparator(), rest);
    }

    void show(final String text, final boolean open) {
        button.setText(text);
        button.setIcon(new Triangle(button.getFontMetrics(button.getFont()).getAscent(), open));
    }

    /** The triangle of a section: it points right while folded, down while open. */
    private record Triangle(int size, boolean open) implements Icon {

        @Override
        public int getIconWidth() {
            return size;
        }

        @Override
        public int getIconHeight() {
            return size;
        }

        @Override
        public void paintIcon(
                final Component on, final Graphics graphics, final int x, final int y) {
            final Graphics2D pen = (Graphics2D) graphics.create();
            pen.setRenderingHint(
                    RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(on.getForeground());
            final int from = size / 6;
            final int to = size - from;
            final int middle = size / 2;
            final int[] along = {from, to, middle};
            final int[] across = {size / 4, size / 4, size - size / 4};
            pen.translate(x, y);
            pen.fillPolygon(open ? along : across, open ? across : along, along.length);
            pen.dispose();
        }
    }
}
