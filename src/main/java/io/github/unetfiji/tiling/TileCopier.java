package io.github.unetfiji.tiling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.blocks.PrimitiveBlocks;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Copies what the network sees of an image: the tile and its halo, with mirror padding where it
 * leaves the image (the edge pixel is not repeated).
 *
 * <p>Works for images smaller than the halo, down to one pixel. Not thread-safe.
 */
public final class TileCopier {

    private final List<PrimitiveBlocks<FloatType>> planes = new ArrayList<>();

    /**
     * @param image (channel, y, x), x fastest; may not be changed while this is in use
     * @param width image width, px
     * @param height image height, px
     */
    public TileCopier(final float[] image, final int width, final int height) {
        final int size = width * height;
        for (int start = 0; start < image.length; start += size) {
            final float[] plane =
                    image.length == size ? image : Arrays.copyOfRange(image, start, start + size);
            planes.add(blocks(plane, width, height));
        }
    }

    // NB: the mirror of a single pixel is itself, which PrimitiveBlocks (imglib2 8.0.0) computes as
    // a remainder of zero; two equal pixels have the same mirror.
    private static PrimitiveBlocks<FloatType> blocks(
            final float[] plane, final int width, final int height) {
        if (width == 1) {
            return blocks(repeated(plane, 1), 2, height);
        }
        if (height == 1) {
            return blocks(repeated(plane, width), width, 2);
        }
        return PrimitiveBlocks.of(Views.extendMirrorSingle(ArrayImgs.floats(plane, width, height)));
    }

    /** Every run of this length twice. */
    private static float[] repeated(final float[] plane, final int run) {
        final float[] twice = new float[2 * plane.length];
        for (int start = 0; start < plane.length; start += run) {
            System.arraycopy(plane, start, twice, 2 * start, run);
            System.arraycopy(plane, start, twice, 2 * start + run, run);
        }
        return twice;
    }

    /**
     * Copies a block of all channels.
     *
     * @param x left border of the block in the image, may be outside, px
     * @param y upper border of the block in the image, may be outside, px
     * @param width width of the block, px
     * @param height height of the block, px
     * @return (channel, y, x), x fastest
     */
    public float[] copy(final int x, final int y, final int width, final int height) {
        final float[] block = new float[planes.size() * width * height];
        final float[] plane = new float[width * height];
        for (int channel = 0; channel < planes.size(); channel++) {
            final float[] target = planes.size() == 1 ? block : plane;
            planes.get(channel).copy(new int[] {x, y}, target, new int[] {width, height});
            if (target == plane) {
                System.arraycopy(plane, 0, block, channel * plane.length, plane.length);
            }
        }
        return block;
    }
}
