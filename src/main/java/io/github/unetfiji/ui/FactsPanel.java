package io.github.unetfiji.ui;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** Names and values, one below the other. */
final class FactsPanel extends JPanel {

    private static final long serialVersionUID = 1L;

    private final Map<String, JLabel> values = new LinkedHashMap<>();

    FactsPanel() {
        super(new GridBagLayout());
    }

    /** Shows values; a value that is too long for the window is told by its tool tip. */
    void show(final Map<String, String> facts) {
        facts.forEach(
                (name, value) -> {
                    final JLabel label = values.computeIfAbsent(name, this::addLine);
                    if (!value.equals(label.getText())) {
                        label.setText(value);
                        label.setToolTipText(value.isEmpty() ? null : value);
                    }
                });
    }

    private JLabel addLine(final String name) {
        final JLabel label = new JLabel(name);
        label.setForeground(Color.GRAY);
        final JLabel value = new JLabel();
        label.setFont(label.getFont().deriveFont(Font.PLAIN));
        value.setFont(value.getFont().deriveFont(Font.PLAIN));
        final GridBagConstraints place = new GridBagConstraints();
        place.gridy = values.size();
        place.anchor = GridBagConstraints.LINE_START;
        place.insets = new Insets(1, 0, 1, 10);
        add(label, place);
        place.gridx = 1;
        place.weightx = 1;
        place.fill = GridBagConstraints.HORIZONTAL;
        place.insets = new Insets(1, 0, 1, 0);
        add(value, place);
        // NB: a long value must not widen the window.
        value.setPreferredSize(
                new Dimension(10, value.getFontMetrics(value.getFont()).getHeight()));
        value.setMinimumSize(value.getPreferredSize());
        return value;
    }
}
