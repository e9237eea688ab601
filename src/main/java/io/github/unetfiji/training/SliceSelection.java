package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import java.util.Set;
import java.util.TreeSet;

/** The slices that a user names for validation. */
final class SliceSelection {

    private SliceSelection() {}

    /**
     * Understands a fraction ({@code 0.1}: that part of the slices, at least one, taken from the end;
     * {@code 0} or nothing: none) or slices counted from 1 ({@code 19-20} or {@code 3,7,12-14}).
     *
     * @param slices number of slices of the stack
     * @return indices from 0, ascending
     * @throws UNetException if it is neither, or names a slice that the stack does not have
     */
    static Set<Integer> parse(final String text, final int slices) {
        final String plain = text.strip();
        final Set<Integer> indices = new TreeSet<>();
        if (plain.isEmpty() || plain.matches("0\\.?0*|\\.0+")) {
            return indices;
        }
        if (plain.matches("0?\\.\\d+")) {
            final int count = Math.max(1, (int) Math.round(Double.parseDouble(plain) * slices));
            for (int i = slices - Math.min(count, slices); i < slices; i++) {
                indices.add(i);
            }
            return indices;
        }
        for (final String part : plain.split("\\s*,\\s*", -1)) {
            addRange(part, text, slices, indices);
        }
        return indices;
    }

    private static void addRange(
            final String part, final String text, final int slices, final Set<Integer> into) {
        if (!part.matches("\\d{1,9}(\\s*-\\s*\\d{1,9})?")) {
            throw new UNetException(
                    String.format(
                            "Validation is '%s', but must be a fraction from 0 to below 1, or"
                                    + " slices such as 19-20 or 3,7.",
                            text));
        }
        final String[] ends = part.split("\\s*-\\s*");
        final int first = Integer.parseInt(ends[0]);
        final int last = Integer.parseInt(ends[ends.length - 1]);
        if (first < 1 || last > slices || first > last) {
            throw new UNetException(
                    String.format(
                            "Validation is '%s', but the stack has the slices 1 to %d.",
                            text, slices));
        }
        for (int slice = first; slice <= last; slice++) {
            into.add(slice - 1);
        }
    }
}
