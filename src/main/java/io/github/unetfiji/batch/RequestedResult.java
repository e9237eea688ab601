package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.SegmentedSlices;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.PlaneSource;
import io.github.unetfiji.work.JavaMemory;
import java.util.List;
import java.util.Locale;

/**
 * What a segmentation is to give, and the image of it.
 *
 * @param keys how classes and instances are made
 */
public record RequestedResult(OutputKind kind, ObjectKeys keys) {

    private static final double MOST_UNCERTAIN = 0.5;

    public boolean isInstances() {
        return kind == OutputKind.INSTANCES;
    }

    /** Says so in the log if the model's postprocessing is used. */
    public void tell(final Segmenter segmenter) {
        if (kind == OutputKind.CLASSES || isInstances()) {
            keys.told(segmenter.postprocessing()).ifPresent(IJ::log);
        }
    }

    /**
     * Checks before the work that the result has room in memory.
     *
     * @param classes of the model
     * @throws UNetException if not
     */
    public void checkMemory(final ImagePlus image, final int classes) {
        final int slices = StackLayout.of(image).slices();
        // NB: ids need 16 bits, or 32 where there are many.
        final int bytes =
                switch (kind) {
                    case PROBABILITIES -> Float.BYTES * classes;
                    case UNCERTAINTY -> Float.BYTES;
                    case INSTANCES -> Short.BYTES;
                    case CLASSES -> Byte.BYTES;
                };
        final long pixels = (long) image.getWidth() * image.getHeight();
        // NB: beside it the probabilities of the slice in work.
        JavaMemory.check(
                pixels * slices * bytes + pixels * Float.BYTES * classes,
                String.format(
                        Locale.ROOT,
                        "The result, %d slice(s) of %dx%d px with %d byte(s) each,",
                        slices,
                        image.getWidth(),
                        image.getHeight(),
                        bytes),
                "use U-Net Segment Files, which writes slice by slice");
    }

    /**
     * Checks that there are objects if something is asked about them.
     *
     * @param asked what needs them, begins a sentence
     * @throws UNetException if not
     */
    public void checkObjects(final boolean wanted, final String asked) {
        if (wanted && !isInstances()) {
            throw new UNetException(
                    asked
                            + " objects: the output must be instances, but it is "
                            + kind.key()
                            + ".");
        }
    }

    /**
     * The planes of a result that are no instances.
     *
     * @throws UNetException if there is no averaging, and the uncertainty is asked for
     */
    public PlaneStream stream(final SegmentedSlices slices, final Segmenter segmenter) {
        return switch (kind) {
            case PROBABILITIES -> slices.streamProbabilities();
            case CLASSES -> slices.streamClasses(keys.decision(segmenter.postprocessing()));
            case UNCERTAINTY -> slices.streamUncertainty();
            case INSTANCES -> throw new IllegalStateException("instances are streamed as objects");
        };
    }

    /** The objects of a segmentation. */
    public ObjectPlanes objects(
            final SegmentedSlices slices,
            final ImagePlus image,
            final Segmenter segmenter,
            final boolean outlined) {
        return new ObjectPlanes(
                slices.streamInstances(
                        keys.objects(segmenter.postprocessing(), slices.modelPixel()),
                        StackLayout.of(image).depth()),
                image,
                segmenter.classes(),
                outlined);
    }

    /** An image in memory of planes that are no instances. */
    public ImagePlus image(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> classes) {
        if (kind != OutputKind.UNCERTAINTY) {
            return ResultImage.of(planes, like, title, channels(classes));
        }
        final ImagePlus heat = ResultImage.heat(planes, like, title, Progress.NONE);
        heat.setDisplayRange(0, MOST_UNCERTAIN);
        return heat;
    }

    /** The same, plane by plane. */
    ImagePlus streamed(
            final PlaneSource planes,
            final ImagePlus like,
            final String title,
            final List<String> classes) {
        return kind == OutputKind.UNCERTAINTY
                ? ResultImage.streamedHeat(planes, like, title, MOST_UNCERTAIN)
                : ResultImage.streamed(planes, like, title, channels(classes));
    }

    private List<String> channels(final List<String> classes) {
        return kind == OutputKind.PROBABILITIES ? classes : List.of();
    }
}
