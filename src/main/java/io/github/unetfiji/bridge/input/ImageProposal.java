package io.github.unetfiji.bridge.input;

import ij.ImagePlus;
import io.github.unetfiji.ij.ImageContent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which open image a dialog proposes: the active one if it can be meant; after a training, which leaves its plot active, the image
 * that was used last.
 *
 * <p>NB: only for dialogs. A macro means the active image or the one it names.
 *
 * @param open all open images
 * @param active the active one, or {@code null}
 */
public record ImageProposal(List<ImagePlus> open, ImagePlus active) {

    private static final String USED = "io.github.unetfiji.used";

    /** Remembers with the image that a command has worked on it. */
    public static void use(final ImagePlus image) {
        image.setProperty(USED, System.currentTimeMillis());
    }

    /**
     * The image for an input; nothing if none is open, or none fits an input that may be left out.
     *
     * @param taken what is proposed for the inputs before it
     */
    public Optional<ImagePlus> of(final CommandInput input, final List<ImagePlus> taken) {
        final boolean labels = input.style().has("labels");
        return open.stream()
                .filter(image -> input.required() || (labels && areLabelsOf(image, taken)))
                .min(
                        Comparator.<ImagePlus, Boolean>comparing(taken::contains)
                                .thenComparing(
                                        image -> labels && !taken.isEmpty() && !fits(image, taken))
                                .thenComparing(image -> rank(input.style(), ImageContent.of(image)))
                                .thenComparing(image -> image != active)
                                .thenComparing(ImageProposal::used, Comparator.reverseOrder()));
    }

    private static boolean areLabelsOf(final ImagePlus image, final List<ImagePlus> taken) {
        return ImageContent.of(image) == ImageContent.LABELS
                && !taken.isEmpty()
                && !taken.contains(image)
                && fits(image, taken);
    }

    /** Whether it has the size and the slices of one of them, channels aside. */
    private static boolean fits(final ImagePlus image, final List<ImagePlus> taken) {
        return taken.stream()
                .anyMatch(
                        other ->
                                other.getWidth() == image.getWidth()
                                        && other.getHeight() == image.getHeight()
                                        && planes(other) == planes(image));
    }

    private static int planes(final ImagePlus image) {
        return image.getStackSize() / Math.max(1, image.getNChannels());
    }

    /** The smaller, the more probably it is meant. */
    private int rank(final ItemStyle style, final ImageContent look) {
        final List<ImageContent> order;
        if (style.has("labels")) {
            order =
                    List.of(
                            ImageContent.LABELS,
                            ImageContent.DATA,
                            ImageContent.PREDICTION,
                            ImageContent.ILLUSTRATION);
        } else if (style.has("prediction") && hasSeveralLabels()) {
            order =
                    List.of(
                            ImageContent.PREDICTION,
                            ImageContent.LABELS,
                            ImageContent.DATA,
                            ImageContent.ILLUSTRATION);
        } else if (style.has("prediction")) {
            // NB: the only label image is the truth.
            order =
                    List.of(
                            ImageContent.PREDICTION,
                            ImageContent.DATA,
                            ImageContent.LABELS,
                            ImageContent.ILLUSTRATION);
        } else {
            order =
                    List.of(
                            ImageContent.DATA,
                            ImageContent.LABELS,
                            ImageContent.PREDICTION,
                            ImageContent.ILLUSTRATION);
        }
        return order.indexOf(look);
    }

    private boolean hasSeveralLabels() {
        return open.stream().filter(image -> ImageContent.of(image) == ImageContent.LABELS).count()
                > 1;
    }

    /** When; 0 if never. */
    private static long used(final ImagePlus image) {
        return image.getProperty(USED) instanceof Long time ? time : 0;
    }
}
