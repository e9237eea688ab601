package io.github.unetfiji.bridge.dialog;

import ij.ImagePlus;
import io.github.unetfiji.bridge.input.CommandInput;
import io.github.unetfiji.bridge.input.OpenImages;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.text.Counted;
import java.util.ArrayList;
import java.util.List;

/** The list of images that the user can choose for an image input. */
final class ImageItems {

    /**
     * One line of the list.
     *
     * @param id of the image; 0 is none
     * @param text how a macro names it, empty for none
     * @param label the title; with size and id if there are several of that title
     */
    record Item(int id, String text, String label) {

        /** Stands for no image. */
        static final Item NONE = new Item(0, "", "(none)");

        /** NB: what a combo box shows. */
        @Override
        public String toString() {
            return label;
        }
    }

    private ImageItems() {}

    /** The open images, after {@link Item#NONE} where that is allowed or there is nothing else. */
    static List<Item> of(final CommandInput input, final OpenImages images) {
        final List<Item> items =
                new ArrayList<>(images.all().stream().map(image -> item(image, images)).toList());
        if (!input.required() || items.isEmpty()) {
            items.add(0, Item.NONE);
        }
        return items;
    }

    private static Item item(final ImagePlus image, final OpenImages images) {
        final String title = image.getTitle();
        final String text = images.nameOf(image);
        return new Item(
                image.getID(),
                text,
                text.equals(title) ? title : title + " - " + size(image) + ", id " + image.getID());
    }

    private static String size(final ImagePlus image) {
        final int slices = image.getStackSize() == 0 ? 0 : StackLayout.of(image).slices();
        return image.getWidth() + " x " + image.getHeight() + " px, " + Counted.of(slices, "slice");
    }
}
