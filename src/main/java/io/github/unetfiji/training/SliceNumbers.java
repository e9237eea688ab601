package io.github.unetfiji.training;

import java.util.SortedSet;
import java.util.StringJoiner;

/** Slices in a sentence. */
final class SliceNumbers {

    private SliceNumbers() {}

    /**
     * The slices as people count them: {@code 1, 3-5}.
     *
     * @param indices from 0
     */
    static String text(final SortedSet<Integer> indices) {
        final StringJoiner text = new StringJoiner(", ");
        int first = 0;
        for (final int index : indices) {
            if (!indices.contains(index - 1)) {
                first = index;
            }
            if (!indices.contains(index + 1)) {
                text.add(first == index ? "" + (index + 1) : (first + 1) + "-" + (index + 1));
            }
        }
        return text.toString();
    }
}
