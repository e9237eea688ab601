package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.LazyImage;
import java.util.Arrays;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * Applies a function of a tile to an image. Each tile of the result is computed when one of its pixels is accessed.
 *
 * <pre>
 * TilePlan plan = TilePlan.fewestPixels(network.geometry(), new int[] {4096, 4096}, 1 &lt;&lt; 20);
 * RandomAccessibleInterval&lt;FloatType&gt; result = TiledImage.of(image, network, plan); // (x, y, output)
 * </pre>
 *
 * <p>Tiles are kept while Java has memory to spare. The values are those of {@link TileRunner}, to the bit. Thread-safe: tiles
 * are read by several threads at the same time, and the function is called by one after the other.
 */
public final class TiledImage {

    private TiledImage() {}

    /**
     * The result for an image.
     *
     * @param image (x, y, .., channel); its interval may begin anywhere
     * @param plan of an image of this size
     * @return (x, y, .., output), the first pixel where that of the image is, outputs from 0
     * @throws UNetException if the image has other channels than the function takes; when a pixel is accessed, if memory
     *     does not suffice for the smallest tile
     * @throws IllegalArgumentException if the plan is one for another size, or for another function
     */
    public static RandomAccessibleInterval<FloatType> of(
            final RandomAccessibleInterval<? extends RealType<?>> image,
            final TileNetwork network,
            final TilePlan plan) {
        final BlockReader reader = BlockReader.of(image);
        check(reader, network, plan);
        final TileRunner runner = new TileRunner(network);
        final KeptTiles tiles =
                new KeptTiles(
                        plan, network.outputs(), index -> runner.compute(reader, plan, index));
        final RandomAccessibleInterval<FloatType> result =
                LazyImage.of(tiles.grid(), new FloatType(), tiles::cell);
        final long[] first = image.minAsLongArray();
        first[first.length - 1] = 0;
        return Views.translate(result, first);
    }

    private static void check(
            final BlockReader image, final TileNetwork network, final TilePlan plan) {
        if (image.channels() != network.channels()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image has %d channels, but the function of its tiles takes %d.",
                            image.channels(),
                            network.channels()));
        }
        if (!Arrays.equals(image.size(), plan.imageSize())) {
            throw new IllegalArgumentException(
                    "The plan is for "
                            + Arrays.toString(plan.imageSize())
                            + " px, but the image has "
                            + Arrays.toString(image.size()));
        }
        if (!plan.geometry().equals(network.geometry())) {
            throw new IllegalArgumentException(
                    "The plan is for tiles of "
                            + plan.geometry()
                            + ", but the function takes those of "
                            + network.geometry());
        }
    }
}
