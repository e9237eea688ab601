package io.github.unetfiji.dataset;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.SliceNumbers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The slices that a user names for validation. */
final class ValidationSlices {

    private ValidationSlices() {}

    /**
     * Understands a fraction ({@code 0.1}: that part of the annotated slices, at least one, taken from the
     * end; {@code 0} or nothing: none) or slices of the stack counted from 1 ({@code 19-20} or {@code
     * 3,7,12-14}).
     *
     * @param slices number of slices of the stack
     * @param annotated indices from 0 of those that are annotated
     * @return indices from 0, ascending
     * @throws UNetException if it is neither, or names a slice that the stack does not have or that is not
     *     annotated
     */
    static Set<Integer> parse(
            final String text, final int slices, final SortedSet<Integer> annotated) {
        final String plain = text.strip();
        final Set<Integer> indices = new TreeSet<>();
        if (plain.isEmpty() || plain.matches("0\\.?0*|\\.0+")) {
            return indices;
        }
        if (plain.matches("0?\\.\\d+")) {
            final List<Integer> from = List.copyOf(annotated);
            final int count =
                    Math.max(1, (int) Math.round(Double.parseDouble(plain) * from.size()));
            indices.addAll(from.subList(Math.max(0, from.size() - count), from.size()));
            return indices;
        }
        indices.addAll(
                SliceNumbers.parse(
                        text,
                        "Validation",
                        "a fraction from 0 to below 1, or slices such as 19-20 or 3,7",
                        slices));
        checkAnnotated(text, indices, annotated);
        return indices;
    }

    private static void checkAnnotated(
            final String text, final Set<Integer> indices, final SortedSet<Integer> annotated) {
        final TreeSet<Integer> others = new TreeSet<>(indices);
        others.removeAll(annotated);
        if (!others.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "Validation is '%s', but of slice(s) %s nothing is annotated; annotated"
                                    + " are the slice(s) %s.",
                            text,
                            SliceNumbers.text(others),
                            SliceNumbers.text(annotated)));
        }
    }
}
