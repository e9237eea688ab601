package io.github.unetfiji.bridge.dialog;

import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Icon;

/** The triangle of a section: it points right while folded, down while open. */
record DisclosureIcon(int size, boolean open) implements Icon {

    @Override
    public int getIconWidth() {
        return size;
    }

    @Override
    public int getIconHeight() {
        return size;
    }

    @Override
    public void paintIcon(final Component on, final Graphics graphics, final int x, final int y) {
        final Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
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
