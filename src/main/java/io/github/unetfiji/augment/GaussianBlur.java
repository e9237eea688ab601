package io.github.unetfiji.augment;

/** Separable Gaussian blur, truncated at 3 sd, of a mirrored plane. */
final class GaussianBlur {

    private GaussianBlur() {}

    /** @param sd in px, above 0 */
    static void inPlace(final float[] plane, final int width, final int height, final double sd) {
        final float[] kernel = kernel(sd);
        final float[] sums = new float[width];
        final float[] padded = new float[width + 2 * (kernel.length - 1)];
        for (int y = 0; y < height; y++) {
            blurRow(plane, y * width, width, kernel, padded);
        }
        final float[] source = plane.clone();
        for (int y = 0; y < height; y++) {
            blurAcross(source, y, width, height, kernel, sums);
            System.arraycopy(sums, 0, plane, y * width, width);
        }
    }

    /** The kernel from its centre outwards; it sums to 1 with both sides. */
    private static float[] kernel(final double sd) {
        final double[] k = new double[(int) Math.ceil(3 * sd) + 1];
        double sum = 0;
        for (int i = 0; i < k.length; i++) {
            k[i] = StrictMath.exp(-0.5 * i * i / (sd * sd));
            sum += i == 0 ? k[i] : 2 * k[i];
        }
        final float[] kernel = new float[k.length];
        for (int i = 0; i < k.length; i++) {
            kernel[i] = (float) (k[i] / sum);
        }
        return kernel;
    }

    private static void blurRow(
            final float[] plane,
            final int start,
            final int width,
            final float[] kernel,
            final float[] padded) {
        final int radius = kernel.length - 1;
        for (int i = 0; i < padded.length; i++) {
            padded[i] = plane[start + MirrorPadding.index(i - radius, width)];
        }
        for (int x = 0; x < width; x++) {
            plane[start + x] = kernel[0] * padded[x + radius];
        }
        for (int k = 1; k <= radius; k++) {
            for (int x = 0; x < width; x++) {
                plane[start + x] += kernel[k] * (padded[x + radius - k] + padded[x + radius + k]);
            }
        }
    }

    private static void blurAcross(
            final float[] source,
            final int y,
            final int width,
            final int height,
            final float[] kernel,
            final float[] sums) {
        for (int x = 0; x < width; x++) {
            sums[x] = kernel[0] * source[y * width + x];
        }
        for (int k = 1; k < kernel.length; k++) {
            final int above = MirrorPadding.index(y - k, height) * width;
            final int below = MirrorPadding.index(y + k, height) * width;
            for (int x = 0; x < width; x++) {
                sums[x] += kernel[k] * (source[above + x] + source[below + x]);
            }
        }
    }
}
