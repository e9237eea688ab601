package io.github.unetfiji.segment;

import io.github.unetfiji.stack.Resampler;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import java.util.Arrays;
import java.util.Optional;

/**
 * The part of an image that the network is given, at the pixel size of the model, and the way of the result back to the pixels
 * of the image.
 *
 * <p>Around a selection the network is given real pixels, as many as its result inside of the selection depends on: there the
 * result is that of the whole image. Outside of the selection everything is background.
 */
final class NetworkView {

    private final SliceSource image;
    private final Optional<Selection> selection;
    private final Resampler back;
    private final SliceCrop part;

    /**
     * @param image as the user has it
     * @param seen the same with the pixels of the model, normalised
     * @param geometry of the network
     */
    NetworkView(
            final SliceSource image,
            final SliceSource seen,
            final Optional<Selection> selection,
            final TileGeometry geometry) {
        this.image = image;
        this.selection = selection;
        back = new Resampler(seen.width(), seen.height(), image.width(), image.height());
        part = selection.map(s -> around(s, image, seen, geometry)).orElse(whole(seen));
    }

    private static SliceCrop whole(final SliceSource seen) {
        return new SliceCrop(seen, 0, 0, seen.width(), seen.height());
    }

    private static SliceCrop around(
            final Selection selection,
            final SliceSource image,
            final SliceSource seen,
            final TileGeometry geometry) {
        final double scaleX = (double) seen.width() / image.width();
        final double scaleY = (double) seen.height() / image.height();
        final int left = start(selection.x(), scaleX, geometry);
        final int top = start(selection.y(), scaleY, geometry);
        final int right = end(selection.x() + selection.width(), scaleX, geometry, seen.width());
        final int bottom = end(selection.y() + selection.height(), scaleY, geometry, seen.height());
        return new SliceCrop(seen, left, top, right - left, bottom - top);
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
     * The halo of the network, up to the next pixel that all poolings keep, and what the resampling reaches.
     */
    private static int margin(final double scale, final TileGeometry geometry) {
        return geometry.halo() + geometry.alignment() + (int) Math.ceil(Math.max(1, scale)) + 1;
    }

    /** The slices that the network is given. */
    SliceSource seen() {
        return part.width() == part.source().width() && part.height() == part.source().height()
                ? part.source()
                : part;
    }

    /** Whether the network is given all of the image with its own pixels. */
    boolean isIdentity() {
        return selection.isEmpty()
                && part.width() == image.width()
                && part.height() == image.height();
    }

    /** Side of a pixel that the network is given, in px of the image. */
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
     * Brings probabilities back to the image.
     *
     * @param probabilities of what was seen (class, y, x)
     * @return of the whole image (class, y, x)
     */
    float[] place(final float[] probabilities) {
        return place(probabilities, 1);
    }

    /**
     * Brings a measure back to the image; outside of the selection it is 0.
     *
     * @param measure of what was seen (y, x)
     * @return of the whole image (y, x)
     */
    float[] placeMeasure(final float[] measure) {
        return place(measure, 0);
    }

    /**
     * @param outside what the first plane is outside of the selection; the others are 0
     */
    private float[] place(final float[] planes, final float outside) {
        final float[] result = back.apply(whole(planes, outside));
        selection.ifPresent(selected -> clear(result, selected, outside));
        return result;
    }

    private float[] whole(final float[] planes, final float outside) {
        if (seen() != part) {
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
