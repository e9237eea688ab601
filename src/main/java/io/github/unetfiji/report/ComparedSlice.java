package io.github.unetfiji.report;

import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.labels.LabelMap;
import java.util.Locale;
import java.util.Optional;

/**
 * A slice of a prediction with its truth and its image, to be shown side by side.
 *
 * @param prediction probabilities of cell
 * @param truth labels of the same size; above 0 = cell
 * @param image the image that was segmented, in gray ({@link GrayPicture}) and of the same size; empty if it is
 *     not known
 */
public record ComparedSlice(
        ProbabilityMap prediction, LabelMap truth, Optional<ByteProcessor> image) {

    /**
     * @throws UNetException if the sizes differ
     */
    public ComparedSlice {
        checkSize(prediction, "truth", truth.width(), truth.height());
        final ProbabilityMap map = prediction;
        image.ifPresent(gray -> checkSize(map, "image", gray.getWidth(), gray.getHeight()));
    }

    /** A slice whose image is not known. */
    public ComparedSlice(final ProbabilityMap prediction, final LabelMap truth) {
        this(prediction, truth, Optional.empty());
    }

    /** The image, or the probabilities if there is none. */
    ByteProcessor gray() {
        return image.orElseGet(() -> GrayPicture.of(prediction));
    }

    private static void checkSize(
            final ProbabilityMap prediction, final String name, final int width, final int height) {
        if (prediction.width() != width || prediction.height() != height) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The prediction is %d x %d px and the %s %d x %d px; they must have the"
                                    + " same size.",
                            prediction.width(),
                            prediction.height(),
                            name,
                            width,
                            height));
        }
    }
}
