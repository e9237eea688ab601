package io.github.unetfiji.plain;

import java.util.ArrayList;
import java.util.List;

/** What the user can choose for an image input. */
final class ImageItems {

    /** Stands for no image. */
    static final String NONE = "(none)";

    private ImageItems() {}

    /** The names of the open images, after {@link #NONE} where that is allowed or there is nothing else. */
    static List<String> of(final CommandInput input, final OpenImages images) {
        final List<String> names =
                new ArrayList<>(images.all().stream().map(images::nameOf).toList());
        if (!input.required() || names.isEmpty()) {
            names.add(0, NONE);
        }
        return names;
    }

    /**
     * What is chosen at first, as a macro would write it.
     *
     * <p>NB: a second image, such as labels, is hardly the active one; an image that probably is has
     * the style {@code active}.
     */
    static String initial(final CommandInput input, final OpenImages images) {
        final String active = images.nameOfActive();
        if (input.isActiveImage() || input.style().has("active")) {
            return active;
        }
        final List<String> names = of(input, images);
        return names.contains(NONE)
                ? ""
                : names.stream().filter(name -> !name.equals(active)).findFirst().orElse(active);
    }
}
