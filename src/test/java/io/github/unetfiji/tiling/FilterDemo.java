package io.github.unetfiji.tiling;

import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import java.util.concurrent.atomic.AtomicInteger;
import net.imglib2.RandomAccessible;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** Runs something that is no network, a Sobel filter, over an image tile by tile, and compares it to the filter without tiles. */
public final class FilterDemo {

    private static final int SIDE = 512;

    private FilterDemo() {}

    public static void main(final String[] args) {
        final PhantomSettings settings =
                PhantomSettings.builder()
                        .setWidth(SIDE)
                        .setHeight(SIDE)
                        .setSlices(1)
                        .setSeed(1)
                        .build();
        final RandomAccessibleInterval<UnsignedByteType> image =
                ArrayImgs.unsignedBytes(Phantom.of(settings).slice(0).image(), SIDE, SIDE, 1);
        final AtomicInteger computed = new AtomicInteger();
        final SobelFilter filter = new SobelFilter(computed::incrementAndGet);
        final TilePlan plan =
                TilePlan.fewestPixels(filter.geometry(), new int[] {SIDE, SIDE}, 100 * 100);
        final RandomAccessibleInterval<FloatType> edges = TiledImage.of(image, filter, plan);
        System.out.println("Tiles computed before a pixel is accessed: " + computed);
        edges.getAt(200, 300, 0).get();
        System.out.println("Tiles computed for one pixel: " + computed);
        System.out.println("Largest difference to the direct result: " + difference(image, edges));
        System.out.println("Tiles computed for all pixels: " + computed);
    }

    /** The largest difference of edges to those that are computed pixel by pixel. */
    static double difference(
            final RandomAccessibleInterval<? extends RealType<?>> image,
            final RandomAccessibleInterval<FloatType> edges) {
        final RandomAccessible<? extends RealType<?>> mirrored =
                Views.extendMirrorSingle(Views.hyperSlice(image, 2, image.min(2)));
        double worst = 0;
        for (long y = edges.min(1); y <= edges.max(1); y++) {
            for (long x = edges.min(0); x <= edges.max(0); x++) {
                final double direct = edge(mirrored, x, y);
                worst = Math.max(worst, Math.abs(direct - edges.getAt(x, y, 0).get()));
            }
        }
        return worst;
    }

    private static float edge(
            final RandomAccessible<? extends RealType<?>> image, final long x, final long y) {
        double horizontal = 0;
        double vertical = 0;
        for (int i = -1; i <= 1; i++) {
            final int weight = 2 - Math.abs(i);
            horizontal += weight * (value(image, x + 1, y + i) - value(image, x - 1, y + i));
            vertical += weight * (value(image, x + i, y + 1) - value(image, x + i, y - 1));
        }
        return (float) Math.hypot(horizontal, vertical);
    }

    private static double value(
            final RandomAccessible<? extends RealType<?>> image, final long x, final long y) {
        return image.getAt(x, y).getRealDouble();
    }
}
