package io.github.unetfiji.evaluate;

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
}
