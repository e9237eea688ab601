package io.github.unetfiji.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.PatchShape.PatchRegion;

/**
 * A sample as the network takes it.
 *
 * @param image (1, channel, height, width)
 * @param labels (1, 1, height - 2 halo, width - 2 halo), int64; 0 where ignored
 * @param weights like labels, float32; 0 where ignored
 */
record PatchTensors(NDArray image, NDArray labels, NDArray weights) {

    static PatchTensors of(final NDManager manager, final AugmentedSample sample) {
        final PatchRegion input = sample.shape().input();
        final PatchRegion output = sample.shape().output();
        final float[] image = new float[sample.channelCount() * input.size()];
        for (int c = 0; c < sample.channelCount(); c++) {
            System.arraycopy(sample.channel(c), 0, image, c * input.size(), input.size());
        }
        final long[] labels = new long[output.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = Math.max(0, sample.labels()[i]);
        }
        final Shape small = new Shape(1, 1, output.height(), output.width());
        return new PatchTensors(
                manager.create(
                        image, new Shape(1, sample.channelCount(), input.height(), input.width())),
                manager.create(labels, small),
                manager.create(sample.weights(), small));
    }

    /** All channels of a slice in one array (channel, y, x). */
    static float[] image(final AnnotatedPlane slice) {
        final int size = slice.width() * slice.height();
        final float[] image = new float[slice.channelCount() * size];
        for (int c = 0; c < slice.channelCount(); c++) {
            System.arraycopy(slice.channel(c), 0, image, c * size, size);
        }
        return image;
    }
}
