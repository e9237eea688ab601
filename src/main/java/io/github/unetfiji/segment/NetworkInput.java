package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Resampler;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Arrays;
import java.util.Optional;

/**
 * The input of the network for an image: its slices at the pixel size of the model, cropped to the selected region and the
 * surroundings that this region's result depends on. Results of the network are mapped back to the pixels of the image.
 *
 * <p>Inside of the selection the result equals that of the whole image. Outside of it everything is background.
 */
final class NetworkInput {

    private final SliceSource image;
    private final Optional<Selection> selection;
    private final Resampler back;
    private final SliceCrop part;

    /**
     * @param image as the user has it
     * @param scaled the same image at the pixel size of the model, normalised
     * @param geometry of the network
     */
    NetworkInput(
            final SliceSource image,
            final SliceSource scaled,
            final Optional<Selection> selection,
            final TileGeometry geometry) {
        this.image = image;
        this.selection = selection;
        back = new Resampler(scaled.width(), scaled.height(), image.width(), image.height());
        part = selection.map(s -> around(s, image, scaled, geometry)).orElse(whole(scaled));
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
        final int left = start(selection.x(), scaleX, geometry);
        final int top = start(selection.y(), scaleY, geometry);
        final int right = end(selection.x() + selection.width(), scaleX, geometry, scaled.width());
        final int bottom =
                end(selection.y() + selection.height(), scaleY, geometry, scaled.height());
        return new SliceCrop(scaled, left, top, right - left, bottom - top);
    }

    /**
     * NB: the max pooling has a phase, so a part must begin in the same phase as the whole image; and end in it, since
     * turned versions begin at the end.
     */
    private static int start(final int border, final double scale, final TileGeometry geometry) {
        final int first = (int) (border * scale) - margin(scale, geometry);
        return Math.max(0, first) / geometry.alignment() * geometry.alignment();
    }

    private static int end(
            final int border, final double scale, final TileGeometry geometry, final int most) {
        final int last = (int) Math.ceil(border * scale) + margin(scale, geometry);
        final int alignment = geometry.alignment();
        return most - Math.max(0, most - last) / alignment * alignment;
    }

    /**
     * The halo of the network, rounded up to the pooling grid, and the reach of the resampling.
     */
    private static int margin(final double scale, final TileGeometry geometry) {
        return geometry.halo() + geometry.alignment() + (int) Math.ceil(Math.max(1, scale)) + 1;
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
        return image.width();
    }

    /** Height of the result in px. */
    int height() {
        return image.height();
    }

    /**
     * Maps probabilities back to the image; outside of the selection background has probability 1.
     *
     * @param probabilities of the network's input (class, y, x)
     * @return of the whole image (class, y, x)
     */
    float[] probabilitiesOnImage(final float[] probabilities) {
        return onImage(probabilities, 1);
    }

    /**
     * Maps an uncertainty back to the image; outside of the selection it is 0.
     *
     * @param uncertainty of the network's input (y, x)
     * @return of the whole image (y, x)
     */
    float[] uncertaintyOnImage(final float[] uncertainty) {
        return onImage(uncertainty, 0);
    }

    /**
     * @param outside value of the first plane outside of the selection; the other planes are 0 there
     */
    private float[] onImage(final float[] planes, final float outside) {
        final float[] result = back.apply(whole(planes, outside));
        selection.ifPresent(selected -> clear(result, selected, outside));
        return result;
    }

    private float[] whole(final float[] planes, final float outside) {
        if (slices() != part) {
            return planes;
        }
        final int size = part.source().width() * part.source().height();
        final int count = planes.length / (part.width() * part.height());
        final float[] whole = new float[Math.multiplyExact(count, size)];
        Arrays.fill(whole, 0, size, outside);
        part.paste(planes, whole);
        return whole;
    }

    private void clear(final float[] planes, final Selection selected, final float outside) {
        final int size = width() * height();
        for (int i = 0; i < size; i++) {
            if (!selected.contains(i)) {
                planes[i] = outside;
                for (int other = size + i; other < planes.length; other += size) {
                    planes[other] = 0;
                }
            }
        }
    }
}
