package io.github.unetfiji.bridge.dialog;

import java.util.List;
import java.util.function.Supplier;
import javax.swing.DefaultComboBoxModel;
import javax.swing.JComboBox;
import javax.swing.JComponent;

/** A list of the open images to choose one from; it is kept up to date while images are opened, closed and renamed. */
final class ImageEditor extends InputEditor {

    private final Supplier<List<ImageItems.Item>> open;
    private final Supplier<String> proposal;
    private final DefaultComboBoxModel<ImageItems.Item> items = new DefaultComboBoxModel<>();
    private final JComboBox<ImageItems.Item> box = new JComboBox<>(items);
    private List<ImageItems.Item> listed;

    /**
     * Lists the images.
     *
     * @param proposal the one to choose when the chosen one was closed, or the first is opened
     */
    ImageEditor(final Supplier<List<ImageItems.Item>> open, final Supplier<String> proposal) {
        this.open = open;
        this.proposal = proposal;
        this.listed = open.get();
        listed.forEach(items::addElement);
        box.addActionListener(event -> changed());
    }

    @Override
    JComponent component() {
        return box;
    }

    @Override
    String text() {
        return chosen().text();
    }

    private ImageItems.Item chosen() {
        return box.getSelectedItem() instanceof ImageItems.Item item ? item : ImageItems.Item.NONE;
    }

    /** NB: a command may have opened the image. */
    @Override
    protected void setText(final String text) {
        list();
        choose(text);
    }

    private void list() {
        final List<ImageItems.Item> now = open.get();
        if (!now.equals(listed)) {
            listed = now;
            items.removeAllElements();
            items.addAll(now);
        }
    }

    private void choose(final String text) {
        listed.stream()
                .filter(item -> item.text().equals(text))
                .findFirst()
                .ifPresent(items::setSelectedItem);
    }

    /**
     * Lists the images that are open now; the chosen one stays chosen as long as it is open.
     *
     * @return whether none was chosen, and now one is
     */
    boolean refresh() {
        final ImageItems.Item before = chosen();
        silently(
                () -> {
                    list();
                    final String kept =
                            listed.stream()
                                    .filter(item -> item.id() == before.id())
                                    .findFirst()
                                    .map(ImageItems.Item::text)
                                    .orElseGet(proposal);
                    choose(kept);
                });
        if (!text().equals(before.text())) {
            changed();
        }
        return before.text().isEmpty() && !text().isEmpty();
    }
}
