package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.CommandInputs;
import io.github.unetfiji.bridge.input.DialogItem;
import io.github.unetfiji.bridge.input.OpenImages;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.Scrollable;

/** All fields, messages and buttons of a command's dialog. Only for the event dispatch thread. */
final class InputForm extends JPanel implements Scrollable {

    private static final long serialVersionUID = 1L;
    private static final int TEXT_WIDTH = 420;

    /** A forecast on a busy machine has three. */
    private static final int MESSAGE_LINES = 3;

    private static final int SCROLL_STEP = 20;

    private final transient Map<String, InputEditor> editors = new LinkedHashMap<>();
    private final transient Map<String, WrappedText> messages = new LinkedHashMap<>();
    private final transient Map<String, LabelledItem> parts = new LinkedHashMap<>();
    private final transient List<SectionPanel> sections;
    private final transient Proposals proposals;
    private transient Map<String, String> initial = Map.of();

    /**
     * Builds the form.
     *
     * @param edited gets the key of a field that the user changed
     * @param pressed gets the key of a button that the user pressed
     * @param resized run when the form needs more or less room
     */
    InputForm(
            final CommandInputs inputs,
            final OpenImages images,
            final Consumer<String> edited,
            final Consumer<String> pressed,
            final Runnable resized) {
        this.proposals = new Proposals(inputs, images);
        setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
        setOpaque(false);
        inputs.items().forEach(item -> parts.put(item.key(), part(item, images, edited, pressed)));
        final List<DialogSection> all = DialogSection.of(inputs.items());
        final Runnable folded =
                () -> {
                    refresh();
                    resized.run();
                };
        sections = all.stream().map(section -> new SectionPanel(section, parts, folded)).toList();
        sections.forEach(this::add);
    }

    private LabelledItem part(
            final DialogItem item,
            final OpenImages images,
            final Consumer<String> edited,
            final Consumer<String> pressed) {
        final LabelledItem part;
        if (item instanceof DialogItem.Message) {
            final WrappedText text = new WrappedText(null, TEXT_WIDTH).withRoomFor(MESSAGE_LINES);
            messages.put(item.key(), text);
            part = LabelledItem.of((DialogItem.Message) item, text);
        } else if (item instanceof DialogItem.Button) {
            final JButton button = new JButton(item.label());
            button.addActionListener(event -> pressed.accept(item.key()));
            part = LabelledItem.of((DialogItem.Button) item, button);
        } else {
            final InputEditor editor =
                    InputEditor.of(
                            (CommandInput) item, images, () -> proposals.texts().get(item.key()));
            editors.put(item.key(), editor);
            editor.onChange(() -> edited.accept(item.key()));
            editor.field().addFocusListener(new ScrollTo());
            part = LabelledItem.of((CommandInput) item, editor);
        }
        DialogFont.in(part.label());
        DialogFont.in(part.component());
        if (editors.containsKey(item.key())) {
            part.raiseLabel(editors.get(item.key()).heightBelow());
        }
        return part;
    }

    /** The texts of all fields, by key. */
    Map<String, String> texts() {
        final Map<String, String> texts = new LinkedHashMap<>();
        editors.forEach((key, editor) -> texts.put(key, editor.text()));
        return texts;
    }

    String text(final String key) {
        return editors.get(key).text();
    }

    /** Tells of all changes that wait for a pause in the typing. */
    void commit() {
        editors.values().forEach(InputEditor::commit);
    }

    /** Shows whether the messages are of the texts that are shown now, or of earlier ones. */
    void outdate(final boolean outdated) {
        messages.values().forEach(message -> message.setEnabled(!outdated));
    }

    /**
     * Shows new texts in some fields, and messages; nobody is told of a change.
     *
     * @return whether that changes the room that the form needs
     */
    boolean show(final Map<String, String> texts, final Map<String, String> told) {
        texts.forEach((key, text) -> editors.get(key).show(text));
        boolean resized = false;
        for (final Map.Entry<String, String> message : told.entrySet()) {
            resized |= messages.get(message.getKey()).tell(message.getValue());
            parts.get(message.getKey()).label().setVisible(!message.getValue().isEmpty());
        }
        refresh();
        return resized;
    }

    /** Opens the section of a field and puts the cursor there. */
    void reveal(final String key) {
        sections.stream()
                .filter(panel -> panel.section().holds(key))
                .forEach(panel -> panel.setOpen(true));
        refresh();
        final JComponent field = editors.get(key).field();
        field.requestFocusInWindow();
    }

    /** NB: else the tabulator key would go to fields that are out of sight. */
    private static final class ScrollTo extends FocusAdapter {

        @Override
        public void focusGained(final FocusEvent event) {
            final JComponent field = (JComponent) event.getComponent();
            field.scrollRectToVisible(new Rectangle(field.getSize()));
        }
    }

    /** Shows the first texts; values that differ from them later are counted as changed. */
    void begin(final Map<String, String> texts, final Map<String, String> told) {
        initial = Map.copyOf(texts);
        show(texts, told);
    }

    /** Lists the images that are open now. Whether an input got its image only by that. */
    boolean refreshImages() {
        boolean filled = false;
        for (final InputEditor editor : editors.values()) {
            filled |= editor instanceof ImageEditor && ((ImageEditor) editor).refresh();
        }
        return filled;
    }

    /** Updates the headers of the sections, which count changed values. */
    void refresh() {
        final Map<String, String> texts = texts();
        sections.forEach(panel -> panel.refresh(texts, initial));
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(
            final Rectangle visible, final int orientation, final int direction) {
        return SCROLL_STEP;
    }

    @Override
    public int getScrollableBlockIncrement(
            final Rectangle visible, final int orientation, final int direction) {
        return visible.height;
    }

    /** NB: on a narrow screen it scrolls sideways, rather than squeeze its fields. */
    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() == null || getParent().getWidth() >= getPreferredSize().width;
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return false;
    }
}
