package io.github.unetfiji.stack;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.ToIntFunction;

/**
 * The slices of several images in a row: all slices of the first image, then those of the second, and so on. Each element
 * tells which slice of which image it is; its index is the number of the slice counted through all images, from 0.
 *
 * <pre>
 * SliceSequence slices = SliceSequence.of(List.of(30, 12));
 * slices.size();            // 42
 * slices.get(31);           // image 1, slice 1
 * slices.span(1).first();  // 30
 * </pre>
 *
 * <p>Immutable.
 */
public final class SliceSequence extends AbstractList<SliceSequence.Position>
        implements RandomAccess {

    /**
     * A slice of one of the images.
     *
     * @param image index of the image, from 0
     * @param slice index of the slice in that image, from 0
     */
    public record Position(int image, int slice) {}

    /**
     * The slices of one image.
     *
     * @param first index of its first slice, counted through all images
     * @param end index after its last slice: the first slice of the next image
     */
    public record Span(int first, int end) {}

    /** The first slice of every image, and after them the number of all slices. */
    private final int[] firsts;

    private SliceSequence(final int[] firsts) {
        this.firsts = firsts;
    }

    /**
     * The slices of images that have so many of them.
     *
     * @param counts number of slices of each image, at least 1
     * @throws IllegalArgumentException if an image has no slice
     */
    public static SliceSequence of(final List<Integer> counts) {
        final int[] firsts = new int[counts.size() + 1];
        for (int image = 0; image < counts.size(); image++) {
            if (counts.get(image) < 1) {
                throw new IllegalArgumentException("image " + image + " has no slice");
            }
            firsts[image + 1] = Math.addExact(firsts[image], counts.get(image));
        }
        return new SliceSequence(firsts);
    }

    /**
     * The slices of images.
     *
     * @param slices number of slices of an image, at least 1
     */
    public static <T> SliceSequence of(
            final List<? extends T> images, final ToIntFunction<T> slices) {
        return of(images.stream().map(slices::applyAsInt).toList());
    }

    /** Number of slices of all images. */
    @Override
    public int size() {
        return firsts[firsts.length - 1];
    }

    /**
     * Which slice of which image this is.
     *
     * @param index of the slice, counted through all images
     * @throws IndexOutOfBoundsException if there is no such slice
     */
    @Override
    public Position get(final int index) {
        Objects.checkIndex(index, size());
        final int found = Arrays.binarySearch(firsts, index);
        final int image = found < 0 ? -found - 2 : found;
        return new Position(image, index - firsts[image]);
    }

    /**
     * The slices of an image, counted through all images.
     *
     * @throws IndexOutOfBoundsException if there is no such image
     */
    public Span span(final int image) {
        Objects.checkIndex(image, firsts.length - 1);
        return new Span(firsts[image], firsts[image + 1]);
    }
}
