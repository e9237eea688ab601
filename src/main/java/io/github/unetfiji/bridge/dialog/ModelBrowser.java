package io.github.unetfiji.bridge.dialog;

import static java.util.stream.Collectors.joining;

import io.github.unetfiji.bridge.input.ModelFolders;
import io.github.unetfiji.text.Counted;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dialog.ModalityType;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

/**
 * Lets the user choose a model by its name: one used last, or one of the folders of models. It opens at once; the list fills while
 * it is open. Only for the event dispatch thread.
 */
final class ModelBrowser {

    private static final int GAP = 8;
    private static final int WIDTH = 620;
    private static final int HEIGHT = 330;
    private static final int DETAIL_LINES = 3;

    private final JDialog window;
    private final JTextField words = new JTextField(24);
    private final JLabel count = new JLabel(" ");
    private final ModelRows rows = new ModelRows();
    private final JList<ModelRow> list = new JList<>(rows);
    private final JScrollPane scroll = new JScrollPane(list);
    private final WrappedText empty = new WrappedText(null, WIDTH - 4 * GAP);
    private final WrappedText details =
            new WrappedText(null, WIDTH - 2 * GAP).withRoomFor(DETAIL_LINES);
    private final WrappedText folders = new WrappedText(null, WIDTH - 2 * GAP);
    private final JButton ok = new JButton("Choose");
    private final JButton none = new JButton("Forget Folder");
    private ShelfReading reading;
    private boolean accepted;

    private ModelBrowser(final Component parent, final String title) {
        window =
                new JDialog(
                        SwingUtilities.getWindowAncestor(parent),
                        title,
                        ModalityType.DOCUMENT_MODAL);
        window.setContentPane(content());
        window.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        window.getRootPane().setDefaultButton(ok);
        window.getRootPane()
                .registerKeyboardAction(
                        event -> window.dispose(),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        window.addWindowListener(
                new WindowAdapter() {
                    @Override
                    public void windowClosed(final WindowEvent event) {
                        reading.cancel(true);
                    }
                });
        list.addListSelectionListener(event -> selected());
        read();
        window.pack();
        window.pack(); // NB: only now texts know how wide they are, and so how high.
        window.setLocationRelativeTo(parent);
    }

    /**
     * Shows the models until one is chosen.
     *
     * @param title of the window
     * @return its zip or folder; empty if the user chooses none
     */
    static Optional<File> choose(final Component parent, final String title) {
        final ModelBrowser browser = new ModelBrowser(parent, title);
        browser.window.setVisible(true);
        return browser.accepted
                ? Optional.of(browser.list.getSelectedValue().entry().path().toFile())
                : Optional.empty();
    }

    private JComponent content() {
        final JPanel content = new JPanel(new BorderLayout(0, GAP));
        content.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
        content.add(search(), BorderLayout.NORTH);
        content.add(list());
        final JPanel below = new JPanel(new BorderLayout(0, GAP));
        below.add(details, BorderLayout.NORTH);
        below.add(folders);
        below.add(buttons(), BorderLayout.SOUTH);
        content.add(below, BorderLayout.SOUTH);
        DialogFont.in(content);
        return content;
    }

    private JComponent search() {
        final JLabel label = new JLabel("Find");
        label.setLabelFor(words);
        words.setToolTipText("Words of the name, of what it wants and gives, or of its path");
        words.getDocument().addDocumentListener(new Typed());
        words.registerKeyboardAction(
                event -> list.requestFocusInWindow(),
                KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, 0),
                JComponent.WHEN_FOCUSED);
        final JPanel row = new JPanel(new BorderLayout(GAP, 0));
        row.add(label, BorderLayout.WEST);
        row.add(words);
        row.add(count, BorderLayout.EAST);
        return row;
    }

    private JComponent list() {
        final ModelCell cell = new ModelCell();
        list.setCellRenderer(cell);
        // NB: lines as wide as the window, whose ends are left out, rather than as wide as the
        // longest one.
        list.setFixedCellWidth(1);
        list.setFixedCellHeight(cell.getPreferredSize().height);
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.addMouseListener(
                new MouseAdapter() {
                    @Override
                    public void mouseClicked(final MouseEvent event) {
                        if (event.getClickCount() == 2) {
                            accept();
                        }
                    }
                });
        empty.setBorder(BorderFactory.createEmptyBorder(2 * GAP, 2 * GAP, GAP, 2 * GAP));
        scroll.setPreferredSize(new Dimension(WIDTH, HEIGHT));
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        return scroll;
    }

    private JComponent buttons() {
        final JButton folder = new JButton("Folder...");
        folder.setToolTipText("Chooses a folder whose models are listed, too");
        folder.addActionListener(event -> chooseFolder());
        none.setToolTipText("Lists only the models in ImageJ's folder");
        none.addActionListener(
                event -> {
                    ModelFolders.chooseNone();
                    read();
                });
        final JButton cancel = new JButton("Cancel");
        cancel.addActionListener(event -> window.dispose());
        ok.addActionListener(event -> accept());
        final JPanel left = new JPanel(new BorderLayout(GAP, 0));
        left.add(folder, BorderLayout.WEST);
        left.add(none);
        final JPanel right = new JPanel(new BorderLayout(GAP, 0));
        right.add(ok, BorderLayout.WEST);
        right.add(cancel);
        final JPanel row = new JPanel(new BorderLayout());
        row.add(left, BorderLayout.WEST);
        row.add(right, BorderLayout.EAST);
        return row;
    }

    private void chooseFolder() {
        final JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle("Folder of models");
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        ModelFolders.chosen().map(Path::toFile).ifPresent(chooser::setSelectedFile);
        if (chooser.showDialog(window, "Choose") == JFileChooser.APPROVE_OPTION) {
            ModelFolders.choose(chooser.getSelectedFile());
            read();
        }
    }

    /** Reads all folders anew; what did not change since is known. */
    private void read() {
        if (reading != null) {
            reading.cancel(true);
        }
        rows.clear();
        final List<Path> listed = ModelFolders.now().folders();
        final List<Path> used = RecentModels.paths().map(Path::of).toList();
        none.setVisible(ModelFolders.chosen().isPresent());
        folders.tell(listed.stream().map(folder -> "Listed: " + folder).collect(joining("\n")));
        reading =
                new ShelfReading(
                        used,
                        listed,
                        more -> {
                            add(more);
                            tellCount("reading: ");
                        },
                        lines -> {
                            folders.tell(lines);
                            tellCount("");
                        });
        tellCount("reading: ");
        reading.execute();
        selected();
    }

    private void add(final List<ModelRow> more) {
        final ModelRow chosen = list.getSelectedValue();
        rows.add(more);
        list.setSelectedValue(chosen, false);
        if (list.isSelectionEmpty() && rows.getSize() > 0 && words.getText().isEmpty()) {
            list.setSelectedIndex(0);
        }
    }

    private void tellCount(final String before) {
        count.setText(before + Counted.of(rows.count(), "model"));
        if (before.isEmpty() && rows.count() == 0) {
            empty.tell(
                    "There are no models yet. Put model files (.zip), or the folders that they were"
                            + " unpacked to, into a folder that is listed below; or choose another"
                            + " folder.");
            scroll.setViewportView(empty);
        } else if (scroll.getViewport().getView() != list) {
            scroll.setViewportView(list);
        }
    }

    private void selected() {
        final ModelRow row = list.getSelectedValue();
        ok.setEnabled(row != null);
        details.tell(row == null ? " " : row.summary() + "\n" + row.entry().path());
    }

    private void accept() {
        if (list.getSelectedValue() != null) {
            accepted = true;
            window.dispose();
        }
    }

    /** The user types what to find. */
    private final class Typed implements DocumentListener {

        private void find() {
            rows.find(words.getText());
            if (rows.getSize() > 0) {
                list.setSelectedIndex(0);
            }
        }

        @Override
        public void insertUpdate(final DocumentEvent event) {
            find();
        }

        @Override
        public void removeUpdate(final DocumentEvent event) {
            find();
        }

        @Override
        public void changedUpdate(final DocumentEvent event) {
            find();
        }
    }
}
