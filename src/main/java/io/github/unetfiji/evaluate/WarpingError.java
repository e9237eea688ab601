package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.WarpingError.MismatchKind;

/**
 * The mistakes in topology that remain after the truth was warped onto a proposal.
 *
 * <p>Pitfall: an empty binary proposal has no split and no merger, so that its error is 0. Always
 * say the threshold and the other kinds of mismatch beside the error.
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

    /** What a pixel does to the topology of the truth when it is made what the proposal says. */
    public enum MismatchKind {
        /** Truth cell, proposal membrane: cuts a cell in two. */
        SPLIT,
        /** Truth membrane, proposal cell: joins two cells. */
        MERGER,
        /** Makes a hole: an island of membrane in a cell. */
        HOLE_ADDITION,
        /** Fills a hole, or opens it to the membrane outside. */
        HOLE_DELETION,
        /** A cell that the truth has not. */
        OBJECT_ADDITION,
        /** A cell of the truth that vanishes. */
        OBJECT_DELETION
    }

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
}
