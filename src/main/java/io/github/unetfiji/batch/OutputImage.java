package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.stack.PlaneSource;
import io.github.unetfiji.work.JavaMemory;
import java.util.List;
import java.util.Locale;

/**
 * Makes ImageJ images of the planes of a segmentation.
 *
 * @param kind of the result
 * @param like the image that is segmented
 * @param names of the classes, background first, or of the channels; see {@link ImageSegmenter#names}
 */
public record OutputImage(OutputKind kind, ImagePlus like, List<String> names) {

    private static final double MOST_UNCERTAIN = 0.5;

    /**
     * Checks before the work that the result has room in memory.
     *
     * @param factor pixels of the result for one of the image, along x and along y
     * @throws UNetException if not
     */
    public void checkMemory(final int factor) {
        final int slices = StackLayout.of(like).slices();
        // NB: ids need 16 bits, or 32 where there are many.
        final int bytes =
                switch (kind) {
                    case PROBABILITIES -> Float.BYTES * names.size();
                    case UNCERTAINTY -> Float.BYTES;
                    case INSTANCES -> Short.BYTES;
                    case CLASSES -> Byte.BYTES;
                };
        final int width = like.getWidth() * factor;
        final int height = like.getHeight() * factor;
        final long pixels = (long) width * height;
        // NB: beside it the probabilities of the slice in work.
        JavaMemory.check(
                pixels * slices * bytes + pixels * Float.BYTES * names.size(),
                String.format(
                        Locale.ROOT,
                        "The result, %d slice(s) of %dx%d px with %d byte(s) each,",
                        slices,
                        width,
                        height,
                        bytes),
                "use U-Net Segment Files, which writes slice by slice");
    }

    /**
     * The planes of a segmentation that are no instances; for these see {@link ObjectPlanes}.
     *
     * @throws UNetException if there is no averaging, and the uncertainty is asked for
     */
    public PlaneStream stream(final Segmentation segmentation) {
        return switch (kind) {
            case PROBABILITIES -> segmentation.streamProbabilities();
            case CLASSES -> segmentation.streamClasses();
            case UNCERTAINTY -> segmentation.streamUncertainty();
            case INSTANCES -> throw new IllegalStateException("instances are streamed as objects");
        };
    }

    /** An image in memory of planes that are no instances. */
    public ImagePlus of(final PlaneSource planes, final String title) {
        if (kind != OutputKind.UNCERTAINTY) {
            return ResultImage.of(planes, like, title, channels());
        }
        final ImagePlus heat = ResultImage.heat(planes, like, title, Progress.NONE);
        heat.setDisplayRange(0, MOST_UNCERTAIN);
        return heat;
    }

    /** The same, plane by plane: while the image is read, for example to be written to a file. */
    ImagePlus streamed(final PlaneSource planes, final String title) {
        return kind == OutputKind.UNCERTAINTY
                ? ResultImage.streamedHeat(planes, like, title, MOST_UNCERTAIN)
                : ResultImage.streamed(planes, like, title, channels());
    }

    private List<String> channels() {
        return kind == OutputKind.PROBABILITIES ? names : List.of();
    }
}
