package io.github.unetfiji.model;

/**
 * What came out when the test tensors of a package were run.
 *
 * @param kind the outcome
 * @param largestDifference between the program's output and the expected one; NaN where nothing was compared
 * @param bytesPerPixel memory that the program took for each pixel of the test input, about; 0 = unknown
 * @param sentence for people
 */
public record PackageProof(
        Kind kind, double largestDifference, long bytesPerPixel, String sentence) {

    /** Outcomes. */
    public enum Kind {
        /** The expected output came out. */
        REPRODUCED,
        /** Another output came out. The model is used only by those who trust it. */
        DIFFERENT,
        /** The package has no test tensors. */
        UNTESTED
    }
}
