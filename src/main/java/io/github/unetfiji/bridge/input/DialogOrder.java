package io.github.unetfiji.bridge.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The order in which a dialog shows the items of a command. */
final class DialogOrder {

    private DialogOrder() {}

    /**
     * The top first, then the sections; items that say behind which others they stand are there.
     *
     * @param items in the order declared, what a class adds before what it inherits
     * @param groups names of the sections, in their order
     */
    static List<DialogItem> of(final List<DialogItem> items, final List<String> groups) {
        final List<DialogItem> ordered = new ArrayList<>(items);
        items.forEach(item -> place(item, ordered));
        // NB: the sort is stable.
        ordered.sort(
                Comparator.comparingInt(
                        item ->
                                item.style().group().isEmpty()
                                        ? -1
                                        : groups.indexOf(item.style().group())));
        return ordered;
    }

    private static void place(final DialogItem item, final List<DialogItem> ordered) {
        final Optional<DialogItem> before =
                item.style().after().stream()
                        .flatMap(key -> ordered.stream().filter(other -> other.key().equals(key)))
                        .findFirst();
        if (before.isPresent()) {
            ordered.remove(item);
            ordered.add(ordered.indexOf(before.get()) + 1, item.in(before.get().style().group()));
        }
    }
}
