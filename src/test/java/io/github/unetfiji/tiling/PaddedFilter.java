package io.github.unetfiji.tiling;

import java.util.Arrays;

/**
 * A filter that pads with zeros, as a convolution of a network does: the sum over a window, where the pixels in it that lie
 * outside count 0. In the order of the pixels, so that the sum is the same to the bit wherever the pixel lies in a tile.
 */
final class PaddedFilter implements TileNetwork {

    private final TileGeometry geometry;

    PaddedFilter(final AxisGeometry... axes) {
        geometry = TileGeometry.of(axes);
    }

    @Override
    public TileGeometry geometry() {
        return geometry;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public int outputs() {
        return 1;
    }

    @Override
    public float[] compute(final float[] block, final int[] size) {
        float[] result = block;
        int step = 1;
        for (int d = 0; d < size.length; d++) {
            result = along(result, step, size[d], geometry.axis(d).halo());
            step *= size[d];
        }
        return result;
    }

    /** Blocks of the alignment have a pattern of their own, as poolings have. */
    private static float weight(final int position) {
        return 0.3f + position % 2 * 0.4f;
    }

    private static float[] along(
            final float[] values, final int step, final int length, final int reach) {
        final float[] sums = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            final int at = i / step % length;
            for (int k = Math.max(0, at - reach); k <= Math.min(length - 1, at + reach); k++) {
                sums[i] += weight(k) * values[i + (k - at) * step];
            }
        }
        return sums;
    }

    /** What is the result for an image: the function of all of it, mirrored at its ends up to a valid size. */
    static float[] whole(final TileNetwork network, final BlockReader image) {
        final int[] covered = new int[image.size().length];
        Arrays.setAll(covered, d -> network.geometry().axis(d).covered(image.size()[d]));
        final float[] block = image.read(new long[covered.length], covered);
        final float[] all = network.compute(block, covered);
        final BlockReader result = BlockReader.of(all, covered);
        return result.read(new long[covered.length], image.size());
    }
}
