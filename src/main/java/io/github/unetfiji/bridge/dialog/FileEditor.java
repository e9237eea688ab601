package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.model.PackageFolder;
import java.awt.BorderLayout;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DropTarget;
import java.awt.dnd.DropTargetAdapter;
import java.awt.dnd.DropTargetDragEvent;
import java.awt.dnd.DropTargetDropEvent;
import java.io.File;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;

/**
 * The path of a file or folder, with a button that browses; a file or folder may be dropped on it, too. One for a model has a button
 * that lists models by name, and says below which model it is.
 */
final class FileEditor extends InputEditor {

    private static final int COLUMNS = 26;
    private static final int GAP = 4;

    private final JPanel panel = new JPanel(new BorderLayout(GAP, 0));
    private final TextEditor path = new TextEditor(COLUMNS);
    private final Optional<ModelLine> model;
    private final boolean opensModel;

    FileEditor(final CommandInput input) {
        opensModel = input.style().has("model") && input.style().has("open");
        model = opensModel ? Optional.of(new ModelLine()) : Optional.empty();
        panel.setOpaque(false);
        panel.add(path.component());
        panel.add(buttons(input), BorderLayout.EAST);
        model.ifPresent(line -> panel.add(line.component(), BorderLayout.SOUTH));
        path.onChange(
                () -> {
                    describe();
                    changed();
                });
        // NB: not a transfer handler, which would take copy and paste from the field.
        new DropTarget(field(), new Drop()).setActive(true);
    }

    private JComponent buttons(final CommandInput input) {
        final JButton browse = new JButton("Browse...");
        browse.addActionListener(event -> browse(input));
        if (!input.style().has("model")) {
            return browse;
        }
        final JPanel buttons = new JPanel(new BorderLayout(GAP, 0));
        buttons.setOpaque(false);
        buttons.add(opensModel ? models(input) : recent(), BorderLayout.WEST);
        buttons.add(browse);
        return buttons;
    }

    /** A button that lists the models that there are. */
    private JButton models(final CommandInput input) {
        final JButton button = new JButton("Models...");
        button.setToolTipText("Models used last, and those of the folders of models, by name");
        button.addActionListener(
                event -> ModelBrowser.choose(panel, "Models").ifPresent(this::take));
        return button;
    }

    /** A button that offers the models used last. */
    private JButton recent() {
        final JButton button = new JButton("Recent");
        button.setToolTipText("Models used last");
        button.setEnabled(RecentModels.last().isPresent());
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
    int heightBelow() {
        return model.map(ModelLine::height).orElse(0);
    }

    @Override
    protected void setText(final String text) {
        path.show(text);
        describe();
    }

    private void describe() {
        model.ifPresent(line -> line.describe(text()));
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
        public void dragEnter(final DropTargetDragEvent event) {
            if (!DroppedFile.isPossible(event.getCurrentDataFlavorsAsList())) {
                event.rejectDrag();
            }
        }

        @Override
        public void drop(final DropTargetDropEvent event) {
            event.acceptDrop(DnDConstants.ACTION_COPY);
            final Optional<File> file = DroppedFile.of(event.getTransferable());
            file.map(dropped -> opensModel ? PackageFolder.of(dropped.toPath()).toFile() : dropped)
                    .ifPresent(FileEditor.this::take);
            event.dropComplete(file.isPresent());
        }
    }
}
