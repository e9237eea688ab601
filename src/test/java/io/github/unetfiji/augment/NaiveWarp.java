package io.github.unetfiji.augment;

/** The slow and obvious way, in double, straight from the definitions. */
final class NaiveWarp {

    private NaiveWarp() {}

    static double keys(final double distance) {
        final double a = -0.5;
        final double d = Math.abs(distance);
        if (d < 1) {
            return (a + 2) * d * d * d - (a + 3) * d * d + 1;
        }
        return d < 2 ? a * d * d * d - 5 * a * d * d + 8 * a * d - 4 * a : 0;
    }

    static int mirror(final int index, final int n) {
        int i = index;
        while (n > 1 && (i < 0 || i >= n)) {
            i = i < 0 ? -i : 2 * (n - 1) - i;
        }
        return n == 1 ? 0 : i;
    }

    /** A grid of values at pixel p of n, along x and along y. */
    static double surface(
            final double[][] nodes,
            final double u,
            final double v,
            final int width,
            final int height) {
        final double x = width == 1 ? 0 : u * (nodes[0].length - 1) / (width - 1.0);
        final double y = height == 1 ? 0 : v * (nodes.length - 1) / (height - 1.0);
        double sum = 0;
        for (int j = (int) Math.floor(y) - 1; j <= Math.floor(y) + 2; j++) {
            for (int i = (int) Math.floor(x) - 1; i <= Math.floor(x) + 2; i++) {
                final double node =
                        nodes[Math.max(0, Math.min(nodes.length - 1, j))][
                                Math.max(0, Math.min(nodes[0].length - 1, i))];
                sum += keys(x - i) * keys(y - j) * node;
            }
        }
        return sum;
    }

    static double linear(
            final float[] source,
            final int width,
            final int height,
            final double x,
            final double y) {
        double sum = 0;
        for (int j = (int) Math.floor(y); j <= Math.floor(y) + 1; j++) {
            for (int i = (int) Math.floor(x); i <= Math.floor(x) + 1; i++) {
                sum +=
                        (1 - Math.abs(x - i))
                                * (1 - Math.abs(y - j))
                                * source[mirror(j, height) * width + mirror(i, width)];
            }
        }
        return sum;
    }

    static double cubic(
            final float[] source,
            final int width,
            final int height,
            final double x,
            final double y) {
        double sum = 0;
        for (int j = (int) Math.floor(y) - 1; j <= Math.floor(y) + 2; j++) {
            for (int i = (int) Math.floor(x) - 1; i <= Math.floor(x) + 2; i++) {
                sum +=
                        keys(x - i)
                                * keys(y - j)
                                * source[mirror(j, height) * width + mirror(i, width)];
            }
        }
        return sum;
    }

    static int nearest(
            final int[] source, final int width, final int height, final double x, final double y) {
        final int i = mirror((int) Math.floor(x + 0.5), width);
        final int j = mirror((int) Math.floor(y + 0.5), height);
        return source[j * width + i];
    }
}
