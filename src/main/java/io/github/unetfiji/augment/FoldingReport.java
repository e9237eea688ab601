package io.github.unetfiji.augment;

/**
 * How far a deformation is from folding the image over itself, where a part of the source would
 * appear twice and mirrored.
 *
 * <p>The determinant is that of the elastic part: rotation, mirroring and scale do not fold. It is 1
 * where areas are kept, and 0 or less where the map folds. Found on a lattice of pixels
 * ({@link DisplacementField#folding()}), so a fold narrower than its step can be missed.
 *
 * @param leastDeterminant smallest Jacobian determinant seen
 * @param foldedFraction fraction, 0..1, of lattice pixels with a determinant of 0 or less
 */
public record FoldingReport(double leastDeterminant, double foldedFraction) {

    /** Of a map that deforms nothing. */
    public static final FoldingReport NONE = new FoldingReport(1, 0);

    /** Whether the map folds. */
    public boolean folds() {
        return leastDeterminant <= 0;
    }
}
