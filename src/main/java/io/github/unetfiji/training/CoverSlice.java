package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.Cover;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.NotFiniteException;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.TiledInference;
import io.github.unetfiji.tiling.BlockReader;
import io.github.unetfiji.tiling.TileTooLargeException;
import java.util.Optional;

/** Makes the picture of a trained model: the middle of the first slice that was held out, or else learned from, and its prediction. */
final class CoverSlice {

    /** Px of a side that are shown at most. */
    private static final int SIDE = 400;

    private final UNetModel model;
    private final TrainingSettings settings;
    private final Callbacks callbacks;

    CoverSlice(final UNetModel model, final TrainingSettings settings, final Callbacks callbacks) {
        this.model = model;
        this.settings = settings;
        this.callbacks = callbacks;
    }

    /**
     * The picture.
     *
     * @return empty if memory does not suffice, if the user gives up waiting, or if the network gives no finite probabilities
     */
    Optional<Cover> of(final TrainingData data) {
        final AnnotatedPlane slice =
                (data.validation().isEmpty() ? data.training() : data.validation()).get(0);
        final int side = Math.min(SIDE, Math.min(slice.width(), slice.height()));
        try {
            return Optional.of(of(slice, side));
        } catch (final CancelledException
                | NotFiniteException
                | TileTooLargeException
                | OutOfMemoryError e) {
            callbacks
                    .listener()
                    .onWarning("The model's picture shows a test image, and no slice of yours.");
            return Optional.empty();
        }
    }

    /** NB: what surrounds the picture is computed with it, since the network looks at it. */
    private Cover of(final AnnotatedPlane slice, final int side) {
        final int halo = model.architecture().tileGeometry().halo();
        final int seen = side + 2 * halo;
        final int left = (slice.width() - side) / 2;
        final int top = (slice.height() - side) / 2;
        final float[] around =
                BlockReader.of(Validation.image(slice), slice.width(), slice.height())
                        .read(new long[] {left - halo, top - halo}, seen, seen);
        try (Network network =
                Network.forInference(
                        model.architecture(),
                        model.parameters(),
                        settings.device(),
                        settings.precision())) {
            final float[] probabilities =
                    new TiledInference(network, TileSize.PLANNED)
                            .probabilities(around, seen, seen, callbacks.progress());
            return Cover.of(middle(around, seen, side), middle(probabilities, seen, side), side);
        }
    }

    private static float[] middle(final float[] planes, final int seen, final int side) {
        final int edge = (seen - side) / 2;
        return BlockReader.of(planes, seen, seen).read(new long[] {edge, edge}, side, side);
    }
}
