package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.WarpingError.MismatchKind;

/**
 * The warping error: the mistakes in topology that remain after the truth was warped onto a proposal ({@link
 * MismatchMap}).
 *
 * <p>Pitfall: an empty proposal has no split and no merger, so that its error is 0. Always report the threshold and
 * the other kinds of mismatch with the error.
 *
 * @param area pixels compared
 * @param pixels mismatching pixels of each kind
 * @param mistakes groups of touching pixels of one kind: one mistake each
 */
public record WarpingError(long area, MismatchCounts pixels, MismatchCounts mistakes) {

    /** No pixels. */
    public static final WarpingError NONE =
            new WarpingError(0, MismatchCounts.NONE, MismatchCounts.NONE);

    /** The errors of two slices together. */
    public WarpingError plus(final WarpingError other) {
        return new WarpingError(
                area + other.area, pixels.plus(other.pixels), mistakes.plus(other.mistakes));
    }

    /** The challenge's value: pixels of splits and mergers / area. */
    public double value() {
        return (double) (pixels.splits() + pixels.mergers()) / area;
    }

    /** All mismatching pixels / area: the error as it was first defined (Jain et al. 2010). */
    public double classic() {
        return (double) pixels.total() / area;
    }

    /** How flipping this pixel to the proposal's value changes the truth's topology. */
    public enum MismatchKind {
        /** Cell in the truth, membrane in the proposal: cuts a cell in two. */
        SPLIT,
        /** Membrane in the truth, cell in the proposal: joins two cells. */
        MERGER,
        /** Makes a hole: an island of membrane in a cell. */
        HOLE_ADDITION,
        /** Fills a hole, or opens it to the membrane outside. */
        HOLE_DELETION,
        /** Adds a cell that is not in the truth. */
        OBJECT_ADDITION,
        /** Removes a cell of the truth. */
        OBJECT_DELETION
    }

    /** Number of mismatches of each kind: of pixels, or of groups of touching pixels. */
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
            return new MismatchCounts(
                    counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
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
            return splits
                    + mergers
                    + holeAdditions
                    + holeDeletions
                    + objectAdditions
                    + objectDeletions;
        }
    }
}
