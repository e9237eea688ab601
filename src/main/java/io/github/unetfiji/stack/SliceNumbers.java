package io.github.unetfiji.stack;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** Slices as people write them: counted from 1, {@code 19-20} or {@code 3,7,12-14}. */
public final class SliceNumbers {

    private SliceNumbers() {}

    /**
     * The slices as people count them: {@code 1, 3-5}; of many the first, and how many more there are.
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
     * The slices that a text names.
     *
     * @param what the user calls it, begins a sentence
     * @param wanted what it must be, for a text that names no slices
     * @param slices number of slices of the stack
     * @return indices from 0
     * @throws UNetException if it names none, or one that the stack does not have
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
