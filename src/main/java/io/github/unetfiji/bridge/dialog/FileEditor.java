package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import java.awt.BorderLayout;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;

/** The path of a file or folder, with a button that browses; a file may be dropped on it, too. */
final class FileEditor extends InputEditor {

    private static final int COLUMNS = 26;
    private static final int GAP = 4;

    private final JPanel panel = new JPanel(new BorderLayout(GAP, 0));
    private final TextEditor path = new TextEditor(COLUMNS);

    FileEditor(final CommandInput input) {
        final JButton browse = new JButton("Browse...");
        browse.addActionListener(event -> browse(input));
        panel.setOpaque(false);
        panel.add(path.component());
        if (input.style().has("model")) {
            final JPanel buttons = new JPanel(new BorderLayout(GAP, 0));
            buttons.setOpaque(false);
            buttons.add(recent(), BorderLayout.WEST);
            buttons.add(browse);
            panel.add(buttons, BorderLayout.EAST);
        } else {
            panel.add(browse, BorderLayout.EAST);
        }
        path.onChange(this::changed);
        // NB: not a transfer handler, which would take copy and paste from the field.
        new DropTarget(field(), new Drop()).setActive(true);
    }

    /** A button that offers the models used last. */
    private JButton recent() {
        final JButton button = new JButton("Recent");
        button.setToolTipText("Models used last");
        button.setEnabled(!RecentModels.list().isEmpty());
        button.addActionListener(
                event -> {
                    final JPopupMenu menu = new JPopupMenu();
                    RecentModels.list().forEach(path -> menu.add(item(path)));
                    DialogFont.in(menu);
                    menu.show(button, 0, button.getHeight());
                });
        return button;
    }

    private JMenuItem item(final String path) {
        final JMenuItem item = new JMenuItem(path);
        item.addActionListener(event -> take(new File(path)));
        return item;
    }

    @Override
    JComponent component() {
        return panel;
    }

    @Override
    JTextField field() {
        return (JTextField) path.component();
    }

    @Override
    String text() {
        return path.text();
    }

    @Override
    protected void setText(final String text) {
        path.show(text);
    }

    private void browse(final CommandInput input) {
        PathChooser.choose(panel, input, text()).ifPresent(this::take);
    }

    private void take(final File file) {
        show(file.getPath());
        changed();
    }

    /** Takes the first of the files that are dropped. */
    private final class Drop extends DropTargetAdapter {

        @Override
        public void drop(final DropTargetDropEvent event) {
            event.acceptDrop(DnDConstants.ACTION_COPY);
            boolean taken = false;
            try {
                final Object dropped =
                        event.getTransferable().getTransferData(DataFlavor.javaFileListFlavor);
                if (dropped instanceof List && !((List<?>) dropped).isEmpty()) {
                    take((File) ((List<?>) dropped).get(0));
                    taken = true;
                }
            } catch (final UnsupportedFlavorException | IOException noFile) {
                taken = false;
            }
            event.dropComplete(taken);
        }
    }
}
