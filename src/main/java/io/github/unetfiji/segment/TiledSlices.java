package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.stack.SoftCache;
import io.github.unetfiji.tiling.BlockReader;
import io.github.unetfiji.tiling.KeptTiles;
import io.github.unetfiji.tiling.TilePlan;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/**
 * The class probabilities of slices, computed tile by tile when a pixel is accessed: for images that are neither resampled nor
 * cropped nor averaged. Thread-safe.
 */
final class TiledSlices {

    private final TiledInference inference;
    private final TilePlan plan;
    private final int classes;
    private final RandomAccessibleInterval<FloatType> normalised;
    private final IntFunction<Progress> progress;
    private final CalibratedImage<FloatType> image;

    /**
     * @param normalised slices of the input
     * @param progress of a slice, told after every tile; its cancelling is obeyed before every tile
     */
    TiledSlices(
            final TiledInference inference,
            final int classes,
            final SegmentationInput input,
            final SliceSource normalised,
            final IntFunction<Progress> progress) {
        this.inference = inference;
        this.classes = classes;
        this.normalised = normalised.toImage().pixels();
        this.progress = progress;
        plan = inference.plan(normalised.width(), normalised.height());
        final SoftCache<KeptTiles> slices = new SoftCache<>(index -> tiles((int) index));
        image =
                new LazyResults(input, 1)
                        .cells(
                                classes,
                                plan.steps(),
                                new FloatType(),
                                (slice, cell) -> slices.get(slice).cell(cell));
    }

    private KeptTiles tiles(final int slice) {
        final BlockReader reader = BlockReader.of(Views.hyperSlice(normalised, 3, slice));
        final Progress reports = progress.apply(slice);
        final int count = plan.tileCount();
        final AtomicInteger computed = new AtomicInteger();
        return new KeptTiles(
                plan,
                classes,
                index -> {
                    reports.checkCancelled();
                    final float[] tile = inference.tile(reader, plan, index);
                    // NB: a tile that was forgotten is computed again.
                    reports.report(Math.min(computed.incrementAndGet(), count), count, "tile");
                    return tile;
                });
    }

    /** The probabilities of a slice (class, y, x), all of its tiles. */
    float[] slice(final int index) {
        return SliceSource.of(image).slice(index);
    }

    /** The probabilities (x, y, class), stacked like the input. */
    CalibratedImage<FloatType> image() {
        return image;
    }
}
