package io.github.unetfiji.augment;

import io.github.unetfiji.augment.DisplacementField.FoldingReport;

/**
 * One augmented training sample: the image over the whole patch, labels and weights over its output
 * region ({@link PatchShape#output()}).
 *
 * <p>The arrays are fresh and belong to the caller.
 */
public final class AugmentedSample {

    private final long index;
    private final PatchShape shape;
    private final SpatialTransform transform;
    private final FoldingReport folding;
    private final float[][] channels;
    private final int[] labels;
    private final float[] weights;

    AugmentedSample(
            final long index,
            final PatchShape shape,
            final SpatialTransform transform,
            final float[][] channels,
            final int[] labels,
            final float[] weights) {
        this.index = index;
        this.shape = shape;
        this.transform = transform;
        this.folding = transform.folding();
        this.channels = channels;
        this.labels = labels;
        this.weights = weights;
    }

    /** The number of this sample in its run. */
    public long index() {
        return index;
    }

    public PatchShape shape() {
        return shape;
    }

    /** The map by which the sample was taken; {@link PlaneWarp} takes anything else by the same. */
    public SpatialTransform transform() {
        return transform;
    }

    /** Whether and where the deformation folds the image. */
    public FoldingReport folding() {
        return folding;
    }

    public int channelCount() {
        return channels.length;
    }

    /** Gray values of a channel, shape().width() * shape().height(), row-major. */
    public float[] channel(final int c) {
        return channels[c];
    }

    /** Labels of the output region, row-major. */
    public int[] labels() {
        return labels;
    }

    /** Weights of the output region, row-major; 0 where the label says ignore. */
    public float[] weights() {
        return weights;
    }
}
