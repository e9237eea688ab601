package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.model.ShelfEntry;
import java.util.List;
import java.util.Locale;

/**
 * A line of the list of models.
 *
 * @param place how the list tells where the model is from, such as {@code used last}
 * @param rank lines of a smaller one come first
 */
record ModelRow(ShelfEntry entry, String place, int rank) {

    /** What it wants and gives, or why it cannot be used. */
    String summary() {
        return summary(entry);
    }

    /** What a model wants and gives, or why it cannot be used. */
    static String summary(final ShelfEntry entry) {
        return entry.problem().orElseGet(() -> entry.wants() + " \u2192 " + entry.gives());
    }

    /** Lines that can be used before others, whatever their place. */
    int order() {
        return entry.problem().isPresent() ? Integer.MAX_VALUE : rank;
    }

    /** Whether all words that somebody looks for stand in it, in upper or lower case. */
    boolean matches(final String words) {
        final String text =
                (entry.name() + " " + summary() + " " + entry.path()).toLowerCase(Locale.ROOT);
        return List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).stream()
                .allMatch(text::contains);
    }
}
