package io.github.unetfiji.ui;

import java.awt.Color;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** The warnings of a training, the newest in sight; nothing where there are none. */
final class WarningsPane extends JScrollPane {

    private static final long serialVersionUID = 1L;

    private final JTextArea text = new JTextArea(3, 20);
    private transient List<String> shown = List.of();

    WarningsPane() {
        text.setEditable(false);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setBackground(new Color(0xfff4d6));
        text.setForeground(Color.BLACK);
        setViewportView(text);
        setBorder(BorderFactory.createTitledBorder("Warnings"));
        setVisible(false);
    }

    void show(final List<String> warnings) {
        if (!warnings.equals(shown)) {
            shown = warnings;
            text.setText(String.join("\n", warnings));
            text.setCaretPosition(text.getText().lastIndexOf('\n') + 1);
            setVisible(!warnings.isEmpty());
            revalidate();
        }
    }
}
