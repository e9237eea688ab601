package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Resampler;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The input of the network for an image: its slices at the pixel size of the model, cropped to the selected region and the
 * surroundings that this region's result depends on. Results of the network are mapped back to the pixels of the image.
 *
 * <p>Inside of the selection the result equals that of the whole image. Outside of it everything is background. A
 * super-resolution has a result of some pixels for each of the image.
 */
final class NetworkInput {

    private final SliceSource image;
    private final Optional<Selection> selection;
    private final Resampler back;
    private final SliceCrop part;
    private final int factor;
    private final OptionalInt background;

    /**
     * @param image as the user has it
     * @param scaled the same image at the pixel size of the model, normalised
     * @param geometry of the network; empty if its result depends on whole slices
     * @param factor pixels of the result for one of the input, along x and along y
     * @param background the plane of the result that is 1 where nothing is; empty: all planes are 0 there
     */
    NetworkInput(
            final SliceSource image,
            final SliceSource scaled,
            final Optional<Selection> selection,
            final Optional<TileGeometry> geometry,
            final int factor,
            final OptionalInt background) {
        this.image = image;
        this.selection = selection;
        this.factor = factor;
        this.background = background;
        back =
                new Resampler(
                        scaled.width() * factor,
                        scaled.height() * factor,
                        image.width() * factor,
                        image.height() * factor);
        part =
                selection.isPresent() && geometry.isPresent()
                        ? around(selection.get(), image, scaled, geometry.get())
                        : whole(scaled);
    }

    private static SliceCrop whole(final SliceSource scaled) {
        return new SliceCrop(scaled, 0, 0, scaled.width(), scaled.height());
    }

    private static SliceCrop around(
            final Selection selection,
            final SliceSource image,
            final SliceSource scaled,
            final TileGeometry geometry) {
        final double scaleX = (double) scaled.width() / image.width();
        final double scaleY = (double) scaled.height() / image.height();
        final Span x =
                Span.around(
                        selection.x(), selection.width(), scaleX, geometry.axis(0), scaled.width());
        final Span y =
                Span.around(
                        selection.y(),
                        selection.height(),
                        scaleY,
                        geometry.axis(1),
                        scaled.height());
        return new SliceCrop(scaled, x.first(), y.first(), x.length(), y.length());
    }

    /** The slices that the network computes. */
    SliceSource slices() {
        return part.width() == part.source().width() && part.height() == part.source().height()
                ? part.source()
                : part;
    }

    /** Whether the network computes the whole image at its own pixel size. */
    boolean isIdentity() {
        return selection.isEmpty()
                && factor == 1
                && part.width() == image.width()
                && part.height() == image.height();
    }

    /** Side of a pixel of the network's input, in px of the image. */
    double modelPixel() {
        final double x = (double) image.width() / part.source().width();
        final double y = (double) image.height() / part.source().height();
        return Math.sqrt(x * y);
    }

    /** Width of the result in px. */
    int width() {
        return image.width() * factor;
    }

    /** Height of the result in px. */
    int height() {
        return image.height() * factor;
    }

    /** Pixels of the result for one of the image, along x and along y. */
    int factor() {
        return factor;
    }

    /**
     * Maps probabilities back to the image; outside of the selection background has probability 1, and all else 0.
     *
     * @param probabilities of the network's input (class, y, x)
     * @return of the whole image (class, y, x)
     */
    float[] probabilitiesOnImage(final float[] probabilities) {
        return onImage(probabilities, background);
    }

    /**
     * Maps an uncertainty back to the image; outside of the selection it is 0.
     *
     * @param uncertainty of the network's input (y, x)
     * @return of the whole image (y, x)
     */
    float[] uncertaintyOnImage(final float[] uncertainty) {
        return onImage(uncertainty, OptionalInt.empty());
    }

    /**
     * @param outside the plane that is 1 outside of the selection
     */
    private float[] onImage(final float[] planes, final OptionalInt outside) {
        final float[] result = back.apply(whole(planes, outside));
        selection.ifPresent(selected -> clear(result, selected, outside));
        return result;
    }

    private float[] whole(final float[] planes, final OptionalInt outside) {
        if (slices() != part) {
            return planes;
        }
        final int size = part.source().width() * part.source().height() * factor * factor;
        final int count = planes.length / (part.width() * part.height() * factor * factor);
        final float[] whole = new float[Math.multiplyExact(count, size)];
        outside.ifPresent(plane -> Arrays.fill(whole, plane * size, (plane + 1) * size, 1));
        part.paste(planes, whole, factor);
        return whole;
    }

    private void clear(final float[] planes, final Selection selected, final OptionalInt outside) {
        final int size = width() * height();
        for (int i = 0; i < size; i++) {
            if (!selected.contains(pixelOfImage(i))) {
                for (int plane = 0; plane < planes.length / size; plane++) {
                    planes[plane * size + i] =
                            outside.isPresent() && outside.getAsInt() == plane ? 1 : 0;
                }
            }
        }
    }

    private int pixelOfImage(final int index) {
        return index / width() / factor * image.width() + index % width() / factor;
    }
}
