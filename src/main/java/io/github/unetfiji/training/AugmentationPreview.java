package io.github.unetfiji.training;

import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import io.github.unetfiji.augment.RegularGrid;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.Annotations;
import io.github.unetfiji.dataset.LearningSlices;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.PlaneSource;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.work.JavaMemory;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The patches that a training would learn from, for display: the channels of the image, then the classes, then
 * the weights. Classes and weights are 0 in the halo, where the network gives no output.
 */
public final class AugmentationPreview implements PlaneSource {

    /** Number of samples. */
    public static final Setting<Integer> SAMPLES =
            Setting.whole("samples", 10).atLeast(1).atMost(10_000);

    /** Px between the lines of a regular grid that is drawn on the image before it is deformed, 0 = none. */
    public static final Setting<Integer> GRID = Setting.whole("grid", 0).atLeast(0);

    private final PatchShape shape;
    private final int imageChannels;
    private final List<AugmentedSample> samples;

    private AugmentationPreview(
            final PatchShape shape, final int imageChannels, final List<AugmentedSample> samples) {
        this.shape = shape;
        this.imageChannels = imageChannels;
        this.samples = List.copyOf(samples);
    }

    /**
     * The first samples of a training with these settings and data.
     *
     * @param samples how many, see {@link #SAMPLES}
     * @param grid see {@link #GRID}
     * @param listener hears the warnings about the annotations
     * @throws io.github.unetfiji.UNetException if the data or the settings cannot be used
     */
    public static AugmentationPreview of(
            final AnnotatedImage image,
            final TrainingSettings settings,
            final int samples,
            final int grid,
            final TrainingListener listener,
            final Progress progress) {
        SAMPLES.check(samples);
        GRID.check(grid);
        final SliceSource source = image.image();
        final int side = Training.patch(settings, settings.depth(), List.of(source));
        final PatchShape shape = PatchShape.square(side, new TileGeometry(settings.depth()).halo());
        JavaMemory.check(
                (2L * source.channels() + 2) * Float.BYTES * samples * side * side,
                String.format(
                        Locale.ROOT,
                        "The augmentation, %d sample(s) of %dx%d px,",
                        samples,
                        side,
                        side),
                "take fewer or smaller samples");
        final Annotations annotations =
                Annotations.toLearnFrom(
                        List.of(image), settings.kind(), settings.rim(), listener::onWarning);
        final LearningSlices slices =
                new LearningSlices(
                        List.of(image),
                        annotations,
                        NormalizedSlices.fit(settings.normalization(), List.of(source), progress),
                        annotations.heldOut(settings.validation()),
                        settings.balance(),
                        settings.weightMap(),
                        progress);
        final List<AnnotatedPlane> planes = new PlanesOnDemand(slices, grid);
        final Augmenter augmenter = Augmenter.of(settings.augmentation(), shape, settings.seed());
        final List<AugmentedSample> taken = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            progress.checkCancelled();
            taken.add(augmenter.sample(planes, i));
            progress.report(i + 1, samples, "augmented sample");
        }
        return new AugmentationPreview(shape, source.channels(), taken);
    }

    /** The planes to learn from, each made when it is first asked for: few samples need few of them. Not thread-safe. */
    private static final class PlanesOnDemand extends AbstractList<AnnotatedPlane>
            implements RandomAccess {

        private final LearningSlices slices;
        private final int grid;
        private final Map<Integer, AnnotatedPlane> made = new HashMap<>();

        PlanesOnDemand(final LearningSlices slices, final int grid) {
            this.slices = slices;
            this.grid = grid;
        }

        @Override
        public AnnotatedPlane get(final int index) {
            return made.computeIfAbsent(
                    index, i -> withGrid(slices.plane(slices.training().get(i)), grid));
        }

        @Override
        public int size() {
            return slices.training().size();
        }
    }

    private static AnnotatedPlane withGrid(final AnnotatedPlane plane, final int spacing) {
        if (spacing == 0) {
            return plane;
        }
        final float[][] channels = new float[plane.channelCount()][];
        for (int c = 0; c < channels.length; c++) {
            final float[] channel = plane.channel(c);
            float max = channel[0];
            for (final float value : channel) {
                max = Math.max(max, value);
            }
            channels[c] = RegularGrid.over(channel, plane.width(), plane.height(), spacing, max);
        }
        return AnnotatedPlane.of(
                plane.width(), plane.height(), channels, plane.labels(), plane.weights());
    }

    /** The part of a patch that has classes and weights: all but the halo. */
    public PatchRegion output() {
        return shape.output();
    }

    /** How many of the samples have a deformation that folds the image. */
    public int folded() {
        return (int) samples.stream().filter(sample -> sample.folding().folds()).count();
    }

    /** The smallest Jacobian determinant of all maps: 1 = nothing deformed, 0 or less = folded. */
    public double leastDeterminant() {
        return samples.stream().mapToDouble(s -> s.folding().leastDeterminant()).min().orElse(1);
    }

    @Override
    public int width() {
        return shape.width();
    }

    @Override
    public int height() {
        return shape.height();
    }

    @Override
    public int slices() {
        return samples.size();
    }

    @Override
    public int channels() {
        return imageChannels + 2;
    }

    @Override
    public float[] plane(final int slice, final int channel) {
        final AugmentedSample sample = samples.get(slice);
        if (channel < imageChannels) {
            return sample.channel(channel);
        }
        if (channel > imageChannels) {
            return framed(sample.weights());
        }
        final int[] labels = sample.labels();
        final float[] classes = new float[labels.length];
        for (int i = 0; i < classes.length; i++) {
            classes[i] = labels[i];
        }
        return framed(classes);
    }

    private float[] framed(final float[] values) {
        final PatchRegion output = shape.output();
        final float[] plane = new float[width() * height()];
        for (int y = 0; y < output.height(); y++) {
            System.arraycopy(
                    values,
                    y * output.width(),
                    plane,
                    (output.top() + y) * width() + output.left(),
                    output.width());
        }
        return plane;
    }
}
