package io.github.unetfiji.evaluate;

/** How many mismatches of each kind there are: pixels, or groups of touching pixels. */
public record MismatchCounts(
        long splits,
        long mergers,
        long holeAdditions,
        long holeDeletions,
        long objectAdditions,
        long objectDeletions) {

    /** None. */
    public static final MismatchCounts NONE = new MismatchCounts(0, 0, 0, 0, 0, 0);

    /** Counts in the order of {@link MismatchKind}. */
    static MismatchCounts of(final long[] counts) {
        return new MismatchCounts(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }

    /** The counts of two slices together. */
    public MismatchCounts plus(final MismatchCounts other) {
        return new MismatchCounts(
                splits + other.splits,
                mergers + other.mergers,
                holeAdditions + other.holeAdditions,
                holeDeletions + other.holeDeletions,
                objectAdditions + other.objectAdditions,
                objectDeletions + other.objectDeletions);
    }

    public long total() {
        return splits + mergers + holeAdditions + holeDeletions + objectAdditions + objectDeletions;
    }
}
