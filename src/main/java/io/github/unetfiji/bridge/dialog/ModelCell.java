package io.github.unetfiji.bridge.dialog;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.ListCellRenderer;
import javax.swing.SwingConstants;

/** Draws a line of the list of models: the name and where it is from, and below what it wants and gives. */
final class ModelCell extends JPanel implements ListCellRenderer<ModelRow> {

    private static final long serialVersionUID = 1L;
    private static final int GAP = 4;

    private final JLabel name = new JLabel(" ");
    private final JLabel place = new JLabel(" ", SwingConstants.TRAILING);
    private final JLabel summary = new JLabel(" ");

    ModelCell() {
        super(new BorderLayout());
        final JPanel top = new JPanel(new BorderLayout(GAP, 0));
        top.setOpaque(false);
        top.add(name);
        top.add(place, BorderLayout.EAST);
        add(top, BorderLayout.NORTH);
        add(summary);
        setBorder(BorderFactory.createEmptyBorder(GAP, 2 * GAP, GAP, 2 * GAP));
        DialogFont.in(this);
        name.setFont(name.getFont().deriveFont(Font.BOLD));
        // NB: a label would take a name such as <html> for a page.
        for (final JLabel label : new JLabel[] {name, place, summary}) {
            label.putClientProperty("html.disable", Boolean.TRUE);
        }
    }

    @Override
    public Component getListCellRendererComponent(
            final JList<? extends ModelRow> list,
            final ModelRow row,
            final int index,
            final boolean selected,
            final boolean focused) {
        name.setText(row.entry().name());
        place.setText(row.place());
        summary.setText(row.summary());
        setBackground(selected ? list.getSelectionBackground() : list.getBackground());
        final Color text = selected ? list.getSelectionForeground() : list.getForeground();
        final Color paler = faint(text, getBackground());
        final boolean usable = row.entry().problem().isEmpty();
        name.setForeground(usable ? text : paler);
        place.setForeground(paler);
        summary.setForeground(paler);
        return this;
    }

    /** NB: readable on both; a fixed gray is not on a dark look. */
    static Color faint(final Color text, final Color background) {
        return new Color(
                (2 * text.getRed() + background.getRed()) / 3,
                (2 * text.getGreen() + background.getGreen()) / 3,
                (2 * text.getBlue() + background.getBlue()) / 3);
    }
}
