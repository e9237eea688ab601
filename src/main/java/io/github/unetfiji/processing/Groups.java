package io.github.unetfiji.processing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which values of a block belong together: those that differ only in some of its axes. Groups are counted over the other axes,
 * the last one fastest.
 */
final class Groups {

    /** Takes a run of values that follow each other. */
    @FunctionalInterface
    interface Run {

        /**
         * Takes values {@code from .. from + length - 1}. Value {@code from + i} belongs to group {@code group + i * step}.
         *
         * @param step 0 or 1
         */
        void take(int from, int length, int group, int step);
    }

    private static final String CHANNEL = "channel";

    /** NB: Java makes fast machine code of a loop that is entered often, not of one that runs long. */
    private static final int LONGEST = 4096;

    private final int[] lengths;
    private final int[] strides;
    private final int count;

    private Groups(final List<int[]> blocks) {
        lengths = blocks.stream().mapToInt(block -> block[0]).toArray();
        strides = new int[lengths.length];
        int groups = 1;
        for (int a = lengths.length - 1; a >= 0; a--) {
            final boolean joint = blocks.get(a)[1] == 1;
            strides[a] = joint ? 0 : groups;
            groups = joint ? groups : Math.multiplyExact(groups, lengths[a]);
        }
        count = groups;
    }

    /**
     * Groups of values that differ only in these axes.
     *
     * @param joint ids of axes; ids that the block does not have are axes of length 1; empty: all axes
     */
    static Groups joint(final NamedTensor block, final Optional<List<String>> joint) {
        return new Groups(merged(block, joint.map(Set::copyOf).orElse(Set.copyOf(block.axes()))));
    }

    /** One group for each place along an axis; a single one if the axis is empty. */
    static Groups along(final NamedTensor block, final Optional<String> axis) {
        final List<String> others =
                block.axes().stream().filter(id -> !axis.equals(Optional.of(id))).toList();
        return joint(block, Optional.of(others));
    }

    /** Whether numbers along this axis are the same at all pixels. */
    static boolean isPointwise(final Optional<String> axis) {
        return axis.map(CHANNEL::equals).orElse(true);
    }

    /** Axes that follow each other and are both joint, or both not, are one: {length, 1 if joint}. */
    private static List<int[]> merged(final NamedTensor block, final Set<String> joint) {
        final List<int[]> merged = new ArrayList<>();
        for (int a = 0; a < block.lengths().length; a++) {
            final int length = block.lengths()[a];
            final int kind = joint.contains(block.axes().get(a)) ? 1 : 0;
            final int[] last = merged.isEmpty() ? new int[] {1, -1} : merged.get(merged.size() - 1);
            if (last[1] == kind) {
                last[0] = Math.multiplyExact(last[0], length);
            } else if (length > 1) {
                merged.add(new int[] {length, kind});
            }
        }
        if (merged.isEmpty()) {
            merged.add(new int[] {1, 1});
        }
        return merged;
    }

    /** Number of groups, at least 1. */
    int count() {
        return count;
    }

    /** Number of values of each group. */
    int size() {
        int size = 1;
        for (int a = 0; a < lengths.length; a++) {
            size *= strides[a] == 0 ? lengths[a] : 1;
        }
        return size;
    }

    /** Goes over all values of the block, in their order. */
    void forEach(final Run run) {
        final int last = lengths.length - 1;
        final int[] place = new int[lengths.length];
        int from = 0;
        int a;
        do {
            int group = 0;
            for (int i = 0; i < last; i++) {
                group += place[i] * strides[i];
            }
            for (int i = 0; i < lengths[last]; i += LONGEST) {
                final int length = Math.min(LONGEST, lengths[last] - i);
                run.take(from + i, length, group + i * strides[last], strides[last]);
            }
            from += lengths[last];
            a = last - 1;
            while (a >= 0 && ++place[a] == lengths[a]) {
                place[a--] = 0;
            }
        } while (a >= 0);
    }
}
