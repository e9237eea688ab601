package io.github.unetfiji.augment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import io.github.unetfiji.augment.SampleRandom.Purpose;
import java.util.List;

/**
 * Takes random augmented samples from annotated slices.
 *
 * <p>Sample i of a run with seed s is the same whatever the number of threads and the order of calls: all
 * its random numbers come from (s, i), as {@link SampleRandom} tells. Each kind of augmentation has its own
 * numbers, so that switching one off leaves the others as they were. Immutable and thread-safe.
 *
 * <pre>{@code
 * Augmenter augmenter = Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(572, 92), 1);
 * AugmentedSample sample = augmenter.sample(slices, 0);
 * }</pre>
 */
public final class Augmenter {

    private final AugmentationSettings settings;
    private final PatchShape shape;
    private final long seed;

    private Augmenter(
            final AugmentationSettings settings, final PatchShape shape, final long seed) {
        this.settings = settings;
        this.shape = shape;
        this.seed = seed;
    }

    /**
     * An augmenter for patches of one shape.
     *
     * @param seed of the run; every seed is as good as any other
     */
    public static Augmenter of(
            final AugmentationSettings settings, final PatchShape shape, final long seed) {
        return new Augmenter(settings, shape, seed);
    }

    public AugmentationSettings settings() {
        return settings;
    }

    public PatchShape shape() {
        return shape;
    }

    /**
     * Sample i, from one of several slices, each as likely as any other.
     *
     * @param slices to choose from, at least one
     */
    public AugmentedSample sample(final List<AnnotatedPlane> slices, final long index) {
        if (slices.isEmpty()) {
            throw new UNetException("There is no annotated slice to take samples from.");
        }
        final SampleRandom random = new SampleRandom(seed, index, Purpose.SOURCE);
        return sample(slices.get(random.integer(0, slices.size() - 1)), index);
    }

    /**
     * Sample i, from a slice. The output region lies, before it is turned and deformed, anywhere in
     * the slice; a slice smaller than that lies anywhere in the output region, mirrored around. With
     * {@link AugmentationSettings#focus()} its centre is drawn by the pixels' weights.
     */
    public AugmentedSample sample(final AnnotatedPlane slice, final long index) {
        final PatchRegion output = shape.output();
        final int right = slice.width() - output.width();
        final int bottom = slice.height() - output.height();
        final SampleRandom focus = new SampleRandom(seed, index, Purpose.FOCUS);
        if (focus.uniform() < settings.focus()) {
            final int pixel = slice.pixelByWeight(focus.uniform());
            final int left = pixel % slice.width() - output.width() / 2;
            final int top = pixel / slice.width() - output.height() / 2;
            return sampleAt(slice, index, within(left, right), within(top, bottom));
        }
        final SampleRandom random = new SampleRandom(seed, index, Purpose.POSITION);
        final int left = position(right, random);
        final int top = position(bottom, random);
        return sampleAt(slice, index, left, top);
    }

    private static int within(final int position, final int slack) {
        return Math.max(Math.min(0, slack), Math.min(Math.max(0, slack), position));
    }

    private static int position(final int slack, final SampleRandom random) {
        return random.integer(Math.min(0, slack), Math.max(0, slack));
    }

    /**
     * Sample i, at a given place.
     *
     * @param left source column of the left column of the output region, before it is turned and
     *     deformed; may lie outside the slice
     * @param top source row of its top row, likewise
     */
    public AugmentedSample sampleAt(
            final AnnotatedPlane slice, final long index, final int left, final int top) {
        final SpatialTransform transform = transformAt(index, left, top);
        final PlaneWarp warp = PlaneWarp.by(transform);
        final int width = slice.width();
        final int height = slice.height();
        final float[][] channels = new float[slice.channelCount()][];
        for (int c = 0; c < channels.length; c++) {
            channels[c] =
                    warp.image(
                            slice.channel(c),
                            width,
                            height,
                            shape.input(),
                            settings.interpolation());
            IntensityVariation.of(settings, seed, index, c)
                    .apply(channels[c], shape.width(), shape.height());
        }
        final int[] labels = warp.labels(slice.labels(), width, height, shape.output());
        final float[] weights = warp.weights(slice.weights(), width, height, shape.output());
        ignore(labels, weights);
        return new AugmentedSample(index, shape, transform, channels, labels, weights);
    }

    /** The map of sample i at a given place; see {@link #sampleAt}. */
    public SpatialTransform transformAt(final long index, final int left, final int top) {
        final DeformationGrid grid =
                settings.deformation() == 0
                        ? DeformationGrid.zero()
                        : DeformationGrid.random(
                                settings.nodes(shape.width()),
                                settings.nodes(shape.height()),
                                settings.deformation(),
                                new SampleRandom(seed, index, Purpose.DISPLACEMENT));
        return SpatialTransform.of(
                DisplacementField.of(grid, shape.width(), shape.height()),
                RigidMotion.random(settings, new SampleRandom(seed, index, Purpose.MOTION)),
                left - shape.halo(),
                top - shape.halo());
    }

    /** NB: weights are interpolated and labels are not: a weight must not leak into what is ignored. */
    private static void ignore(final int[] labels, final float[] weights) {
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < 0) {
                weights[i] = 0;
            }
        }
    }
}
