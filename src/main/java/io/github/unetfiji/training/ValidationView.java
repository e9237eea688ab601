package io.github.unetfiji.training;

/**
 * The prediction of a network for a held-out slice while it is trained, for display. Arrays are not copied.
 *
 * @param iteration after which it was computed
 * @param slice index in the data, from 0, counted through all images
 * @param width in px
 * @param height in px
 * @param image normalised intensities of the first channel (y, x), x fastest
 * @param labels the class of each pixel (y, x), negative = ignored
 * @param probabilities class probabilities 0..1 (class, y, x)
 */
public record ValidationView(
        int iteration,
        int slice,
        int width,
        int height,
        float[] image,
        int[] labels,
        float[] probabilities) {}
