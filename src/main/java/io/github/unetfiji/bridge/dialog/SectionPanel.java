package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.DialogItem;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JPanel;

/** A section on the screen: labels and fields in columns, below a header that folds it if it has a name. */
final class SectionPanel extends JPanel {

    private static final long serialVersionUID = 1L;
    private static final int GAP = 6;
    private static final int BETWEEN = 18;
    private static final int INDENT = 18;

    private final transient DialogSection section;
    private final JPanel body = new JPanel(new GridBagLayout());
    private final transient Optional<SectionHeader> header;

    /**
     * Lays out a section, folded if it can be.
     *
     * @param parts by key, at least those of the section
     * @param folded told when the user folds or opens it
     */
    SectionPanel(
            final DialogSection section,
            final Map<String, LabelledItem> parts,
            final Runnable folded) {
        super(new BorderLayout());
        this.section = section;
        body.setOpaque(false);
        setOpaque(false);
        header =
                section.isTop()
                        ? Optional.empty()
                        : Optional.of(new SectionHeader(() -> fold(folded)));
        if (header.isPresent()) {
            add(header.get(), BorderLayout.NORTH);
            body.setBorder(BorderFactory.createEmptyBorder(GAP / 2, INDENT, GAP, 0));
            setOpen(false);
        }
        add(body);
        int row = 0;
        for (final List<DialogItem> items : section.rows()) {
            for (int i = 0; i < items.size(); i++) {
                add(parts.get(items.get(i).key()), 2 * i, row);
            }
            row++;
        }
        columns(parts).struts(body, row, BETWEEN, GAP);
    }

    /** NB: every section has its own, so that short labels stand below the section's name. */
    private ColumnWidths columns(final Map<String, LabelledItem> parts) {
        final List<List<DialogItem>> rows = section.rows();
        return ColumnWidths.of(
                rows.stream().map(row -> parts.get(row.get(0).key()).label()).toList(),
                rows.stream()
                        .filter(row -> row.size() > 1)
                        .map(row -> parts.get(row.get(1).key()).label())
                        .toList(),
                section.items().stream()
                        .map(item -> parts.get(item.key()))
                        .filter(part -> !part.fillsRow())
                        .map(LabelledItem::component)
                        .toList());
    }

    private void add(final LabelledItem part, final int column, final int row) {
        final GridBagConstraints at = new GridBagConstraints();
        at.gridy = row;
        at.gridx = column;
        at.fill = GridBagConstraints.HORIZONTAL;
        at.anchor =
                part.component() instanceof WrappedText
                        ? GridBagConstraints.NORTH
                        : GridBagConstraints.CENTER;
        at.insets = new Insets(GAP / 3, column == 0 ? 0 : BETWEEN, GAP / 3, GAP);
        body.add(part.label(), at);
        at.gridx = column + 1;
        at.anchor = GridBagConstraints.LINE_START;
        at.insets = new Insets(GAP / 3, 0, GAP / 3, 0);
        at.gridwidth = part.fillsRow() ? GridBagConstraints.REMAINDER : 1;
        at.fill = part.keepsWidth() ? GridBagConstraints.NONE : GridBagConstraints.HORIZONTAL;
        body.add(part.component(), at);
    }

    /** The section shown. */
    DialogSection section() {
        return section;
    }

    boolean isOpen() {
        return section.isTop() || body.isVisible();
    }

    /** Opens or folds the section. */
    void setOpen(final boolean open) {
        body.setVisible(open);
    }

    private void fold(final Runnable folded) {
        setOpen(!isOpen());
        folded.run();
    }

    /** Shows on the header how many values inside were changed while the section is folded. */
    void refresh(final Map<String, String> texts, final Map<String, String> initial) {
        header.ifPresent(
                line ->
                        line.show(
                                isOpen() ? section.name() : section.header(texts, initial),
                                isOpen()));
    }

    /** Widths that make the fields of a section stand below each other. */
    record ColumnWidths(int first, int second, int field) {

        /**
         * The widest labels and fields.
         *
         * @param seconds labels of the second column; none if there is but one column
         */
        static ColumnWidths of(
                final List<? extends Component> firsts,
                final List<? extends Component> seconds,
                final List<? extends Component> fields) {
            return new ColumnWidths(
                    widest(firsts), seconds.isEmpty() ? 0 : widest(seconds), widest(fields));
        }

        private static int widest(final List<? extends Component> components) {
            return components.stream()
                    .mapToInt(component -> component.getPreferredSize().width)
                    .max()
                    .orElse(0);
        }

        /** Adds an invisible last row that sets the widths; in two columns, the fields share the extra width of a wide dialog. */
        private void struts(final JPanel body, final int row, final int between, final int gap) {
            final boolean pairs = second > 0;
            final int[] widths =
                    pairs
                            ? new int[] {first + gap, field, between + second + gap, field}
                            : new int[] {first + gap, field, 0};
            final double[] weights = pairs ? new double[] {0, 1, 0, 1} : new double[] {0, 0, 1};
            final GridBagConstraints at = new GridBagConstraints();
            at.gridy = row;
            for (int i = 0; i < widths.length; i++) {
                at.gridx = i;
                at.weightx = weights[i];
                body.add(Box.createRigidArea(new Dimension(widths[i], 0)), at);
            }
        }
    }
}
