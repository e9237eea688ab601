package io.github.unetfiji.augment;

import java.util.Arrays;

/**
 * One annotated slice, from which training patches are taken. All planes (x, y), row-major, of one size.
 *
 * <p>Arrays are kept, not copied, and must not change while samples are taken.
 */
public final class AnnotatedPlane {

    private final int width;
    private final int height;
    private final float[][] channels;
    private final int[] labels;
    private final float[] weights;
    private final double[] weightToRow;

    private AnnotatedPlane(
            final int width,
            final int height,
            final float[][] channels,
            final int[] labels,
            final float[] weights) {
        this.width = width;
        this.height = height;
        this.channels = channels.clone();
        this.labels = labels;
        this.weights = weights;
        weightToRow = new double[height + 1];
        for (int y = 0; y < height; y++) {
            double row = 0;
            for (int x = 0; x < width; x++) {
                row += weights[y * width + x];
            }
            weightToRow[y + 1] = weightToRow[y] + row;
        }
    }

    /**
     * Maps a number in [0, 1) to a pixel, so that uniform numbers choose pixels in proportion to their weights; if
     * all weights are 0, with equal probability.
     *
     * @return index y * width + x
     */
    int pixelByWeight(final double uniform) {
        final double total = weightToRow[height];
        if (!(total > 0)) {
            return (int) (uniform * labels.length);
        }
        final double wanted = uniform * total;
        final int found = Arrays.binarySearch(weightToRow, wanted);
        int y = Math.min(height - 1, found >= 0 ? found : -found - 2);
        while (y < height - 1 && weightToRow[y + 1] <= wanted) {
            y++;
        }
        double left = wanted - weightToRow[y];
        int last = y * width;
        for (int i = y * width; i < (y + 1) * width; i++) {
            if (weights[i] > 0) {
                last = i;
                left -= weights[i];
                if (left < 0) {
                    return i;
                }
            }
        }
        return last;
    }

    /**
     * A slice with a weight map.
     *
     * @param channels normalised gray values, one plane per channel, at least one
     * @param labels label map: 0 = background, 1..N = cells, negative = ignore
     * @param weights weight of each pixel in the loss, 0 or more
     * @throws IllegalArgumentException if a plane does not have width * height values
     */
    public static AnnotatedPlane of(
            final int width,
            final int height,
            final float[][] channels,
            final int[] labels,
            final float[] weights) {
        if (channels.length == 0) {
            throw new IllegalArgumentException("An image has at least one channel");
        }
        for (final float[] channel : channels) {
            check("channel", channel.length, width, height);
        }
        check("label map", labels.length, width, height);
        check("weight map", weights.length, width, height);
        return new AnnotatedPlane(width, height, channels, labels, weights);
    }

    /** A slice in which all pixels have weight 1. Ignored pixels get weight 0 when a sample is taken. */
    public static AnnotatedPlane unweighted(
            final int width, final int height, final float[][] channels, final int[] labels) {
        final float[] ones = new float[labels.length];
        Arrays.fill(ones, 1);
        return of(width, height, channels, labels, ones);
    }

    private static void check(
            final String what, final int length, final int width, final int height) {
        if (width < 1 || height < 1 || length != (long) width * height) {
            throw new IllegalArgumentException(
                    "A "
                            + what
                            + " of "
                            + width
                            + "x"
                            + height
                            + " px does not have "
                            + length
                            + " values");
        }
    }

    /** Width, px. */
    public int width() {
        return width;
    }

    /** Height, px. */
    public int height() {
        return height;
    }

    /** Number of channels, at least 1. */
    public int channelCount() {
        return channels.length;
    }

    /** Gray values of a channel; not a copy. */
    public float[] channel(final int c) {
        return channels[c];
    }

    /** The label map; not a copy. */
    public int[] labels() {
        return labels;
    }

    /** The weight map; not a copy. */
    public float[] weights() {
        return weights;
    }
}
