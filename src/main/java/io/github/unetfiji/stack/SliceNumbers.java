package io.github.unetfiji.stack;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Converts slice numbers as users write them, counted from 1, such as {@code 3,7,12-14}, to indices, and back. */
public final class SliceNumbers {

    private SliceNumbers() {}

    /**
     * Writes slices as users count them: {@code 1, 3-5}. Of many slices it names the first, and the number of the others.
     *
     * @param indices from 0
     */
    public static String text(final SortedSet<Integer> indices) {
        final List<String> text = new ArrayList<>();
        int first = 0;
        for (final int index : indices) {
            if (!indices.contains(index - 1)) {
                first = index;
            }
            if (!indices.contains(index + 1)) {
                text.add(first == index ? "" + (index + 1) : (first + 1) + "-" + (index + 1));
            }
        }
        return Legible.list(text);
    }

    /**
     * Reads slice numbers.
     *
     * @param what name of the input, which begins a message
     * @param wanted what the input must be, for the message about a text that names no slices
     * @param slices number of slices of the stack
     * @return indices from 0
     * @throws UNetException if the text names no slices, or one that the stack does not have
     */
    public static SortedSet<Integer> parse(
            final String text, final String what, final String wanted, final int slices) {
        final SortedSet<Integer> indices = new TreeSet<>();
        for (final String part : text.strip().split("\\s*,\\s*", -1)) {
            if (!part.matches("\\d{1,9}(\\s*-\\s*\\d{1,9})?")) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT, "%s is '%s', but must be %s.", what, text, wanted));
            }
            final String[] ends = part.split("\\s*-\\s*");
            final int first = Integer.parseInt(ends[0]);
            final int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 1 || last > slices || first > last) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "%s is '%s', but the stack has the slices 1 to %d.",
                                what,
                                text,
                                slices));
            }
            for (int slice = first; slice <= last; slice++) {
                indices.add(slice - 1);
            }
        }
        return indices;
    }
}
