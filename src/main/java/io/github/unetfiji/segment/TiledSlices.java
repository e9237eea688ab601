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
 * The class probabilities of slices of which only those tiles are computed that are looked at. For images that are neither
 * resampled nor cut nor averaged. Thread-safe.
 */
final class TiledSlices {

    private final TiledInference inference;
    private final TilePlan plan;
    private final int classes;
    private final RandomAccessibleInterval<FloatType> seen;
    private final IntFunction<Progress> progress;
    private final CalibratedImage<FloatType> image;

    /**
     * @param seen normalised slices of the input
     * @param progress of a slice, told after every tile; its cancelling is obeyed before every tile
     */
    TiledSlices(
            final TiledInference inference,
            final int classes,
            final SegmentationInput input,
            final SliceSource seen,
            final IntFunction<Progress> progress) {
        this.inference = inference;
        this.classes = classes;
        this.seen = seen.toImageStack().pixels();
        this.progress = progress;
        plan = inference.plan(seen.width(), seen.height());
        final SoftCache<KeptTiles> slices = new SoftCache<>(index -> tiles((int) index));
        image =
                new SliceImages(input)
                        .cells(
                                classes,
                                plan.steps(),
                                new FloatType(),
                                (slice, cell) -> slices.get(slice).cell(cell));
    }

    private KeptTiles tiles(final int slice) {
        final BlockReader reader = BlockReader.of(Views.hyperSlice(seen, 3, slice));
        final Progress told = progress.apply(slice);
        final int count = plan.tileCount();
        final AtomicInteger computed = new AtomicInteger();
        return new KeptTiles(
                plan,
                classes,
                index -> {
                    told.checkCancelled();
                    final float[] tile = inference.tile(reader, plan, index);
                    // NB: a tile that was forgotten is computed again.
                    told.report(Math.min(computed.incrementAndGet(), count), count, "tile");
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
