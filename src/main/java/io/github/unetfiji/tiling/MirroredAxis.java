package io.github.unetfiji.tiling;

/**
 * Which pixels of an image a block holds along one axis, where the image goes on as its own mirror image: the edge pixel is
 * not repeated.
 *
 * <p>NB: {@code Views.extendMirrorSingle} would do, but imglib2 8.0.0 divides by zero where it reads blocks of an axis of one
 * pixel, such as the channels of a gray image.
 *
 * @param first first pixel of the image that the block holds
 * @param length number of pixels of the image that it holds
 * @param sources for every pixel of the block, how far behind the first one its pixel of the image is
 */
record MirroredAxis(int first, int length, int[] sources) {

    /**
     * The axis of a block.
     *
     * @param min first pixel of the block, may be outside of the image
     * @param size of the block in px
     * @param imageLength in px
     */
    static MirroredAxis of(final long min, final int size, final long imageLength) {
        final int[] sources = new int[size];
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < size; i++) {
            sources[i] = Math.toIntExact(mirror(min + i, imageLength));
            least = Math.min(least, sources[i]);
            most = Math.max(most, sources[i]);
        }
        for (int i = 0; i < size; i++) {
            sources[i] -= least;
        }
        return new MirroredAxis(least, most - least + 1, sources);
    }

    private static long mirror(final long position, final long length) {
        if (length == 1) {
            return 0;
        }
        final long period = 2 * (length - 1);
        final long phase = Math.floorMod(position, period);
        return Math.min(phase, period - phase);
    }

    /** Whether the block lies in the image. */
    private boolean isInside() {
        return sources.length == length && sources[0] == 0 && (length == 1 || sources[1] == 1);
    }

    /**
     * Fills a block.
     *
     * @param inside the pixels of the image that it holds, first axis fastest
     * @return the block, first axis fastest; the same array if all of it lies in the image
     */
    static float[] mirrored(final float[] inside, final MirroredAxis... axes) {
        int length = 1;
        boolean same = true;
        for (final MirroredAxis axis : axes) {
            length = Math.multiplyExact(length, axis.sources.length);
            same &= axis.isInside();
        }
        if (same) {
            return inside;
        }
        final float[] block = new float[length];
        fill(axes, axes.length - 1, inside, 0, inside.length, block, 0, length);
        return block;
    }

    /** Fills a hyperplane of the block, whose last axis is d, from one of the image. */
    private static void fill(
            final MirroredAxis[] axes,
            final int d,
            final float[] from,
            final int fromStart,
            final int fromSize,
            final float[] to,
            final int toStart,
            final int toSize) {
        final int[] sources = axes[d].sources;
        if (d == 0) {
            for (int i = 0; i < sources.length; i++) {
                to[toStart + i] = from[fromStart + sources[i]];
            }
            return;
        }
        final int fromStep = fromSize / axes[d].length;
        final int toStep = toSize / sources.length;
        for (int i = 0; i < sources.length; i++) {
            fill(
                    axes,
                    d - 1,
                    from,
                    fromStart + sources[i] * fromStep,
                    fromStep,
                    to,
                    toStart + i * toStep,
                    toStep);
        }
    }
}
