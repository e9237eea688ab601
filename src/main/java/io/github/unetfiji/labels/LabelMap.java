package io.github.unetfiji.labels;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.Locale;

/**
 * A plane of labels (x, y) of known size whose values have been checked: 0 = background, 1 ..
 * 2^31-1 = cells (or classes), {@link #IGNORE} = unknown.
 *
 * <p>The plane is wrapped where it is an {@code int[]}, not copied: if the caller changes it afterwards, its values
 * are no longer checked. Reading is thread-safe.
 */
public final class LabelMap {

    /** The label of pixels whose class and cell are unknown: they have weight 0, and no score counts them. */
    public static final int IGNORE = -1;

    private final int[] labels;
    private final int width;
    private final int height;

    private LabelMap(final int[] labels, final int width, final int height) {
        checkSize(labels.length, width, height);
        this.labels = labels;
        this.width = width;
        this.height = height;
    }

    /**
     * Wraps a plane of labels.
     *
     * @param labels labels (x, y), index = y * width + x; not copied
     * @param width in px, at least 1
     * @param height in px, at least 1
     * @throws UNetException if a label is below {@link #IGNORE}; names the first such pixel
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static LabelMap of(final int[] labels, final int width, final int height) {
        final LabelMap map = new LabelMap(labels, width, height);
        for (int i = 0; i < labels.length; i++) {
            if (labels[i] < IGNORE) {
                throw map.bad(i, Integer.toString(labels[i]));
            }
        }
        return map;
    }

    /**
     * Reads an 8-bit plane, values 0..255.
     *
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static LabelMap of(final byte[] labels, final int width, final int height) {
        final int[] copy = new int[labels.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = labels[i] & 0xff;
        }
        return new LabelMap(copy, width, height);
    }

    /**
     * Reads a 16-bit plane, values 0..65535.
     *
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static LabelMap of(final short[] labels, final int width, final int height) {
        final int[] copy = new int[labels.length];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = labels[i] & 0xffff;
        }
        return new LabelMap(copy, width, height);
    }

    /**
     * Reads a 32-bit float plane.
     *
     * @throws UNetException if a value is NaN, negative, not whole, or above 2^31-1; names the
     *     first such pixel
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static LabelMap of(final float[] labels, final int width, final int height) {
        final int[] copy = new int[labels.length];
        final LabelMap map = new LabelMap(copy, width, height);
        for (int i = 0; i < copy.length; i++) {
            if (!isLabel(labels[i])) {
                throw map.bad(i, Float.toString(labels[i]));
            }
            copy[i] = (int) labels[i];
        }
        return map;
    }

    /**
     * Reads a plane of double precision.
     *
     * @throws UNetException if a value is NaN, negative, not whole, or above 2^31-1; names the first such pixel
     * @throws IllegalArgumentException if the plane has not width * height pixels
     */
    public static LabelMap of(final double[] labels, final int width, final int height) {
        final int[] copy = new int[labels.length];
        final LabelMap map = new LabelMap(copy, width, height);
        for (int i = 0; i < copy.length; i++) {
            if (!isLabel(labels[i])) {
                throw map.bad(i, Double.toString(labels[i]));
            }
            copy[i] = (int) labels[i];
        }
        return map;
    }

    /** Whether a value is 0 or an id; NaN is none. */
    private static boolean isLabel(final double value) {
        return value >= 0 && value <= Integer.MAX_VALUE && value == Math.rint(value);
    }

    /** The plane itself, index = y * width + x; not a copy. */
    public int[] labels() {
        return labels;
    }

    /** Width, px. */
    public int width() {
        return width;
    }

    /** Height, px. */
    public int height() {
        return height;
    }

    /** The label at (x, y). */
    public int get(final int x, final int y) {
        return labels[y * width + x];
    }

    /** The largest id, 0 if there is no cell. */
    public int maxId() {
        int max = 0;
        for (final int label : labels) {
            max = Math.max(max, label);
        }
        return max;
    }

    /** The ids of all cells, ascending, each once. */
    public int[] ids() {
        int[] found = new int[16];
        int n = 0;
        int last = 0;
        for (final int label : labels) {
            if (label > 0 && label != last) {
                if (n == found.length) {
                    n = distinct(found, n);
                    found = n > found.length / 2 ? Arrays.copyOf(found, 2 * n) : found;
                }
                found[n++] = label;
            }
            last = label;
        }
        return Arrays.copyOf(found, distinct(found, n));
    }

    /** Whether a pixel is {@link #IGNORE}. */
    public boolean hasIgnored() {
        for (final int label : labels) {
            if (label == IGNORE) {
                return true;
            }
        }
        return false;
    }

    /** A copy in which every cell has the label 1; background and ignored pixels stay as they are. */
    public LabelMap mask() {
        final int[] mask = new int[labels.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Math.min(labels[i], 1);
        }
        return of(mask, width, height);
    }

    /**
     * Checks that another map has the same width and height.
     *
     * @throws UNetException if not; names both sizes
     */
    public void checkSameSize(final LabelMap other, final String thisName, final String otherName) {
        if (width != other.width || height != other.height) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The %s is %d x %d px and the %s %d x %d px; they must have the same size.",
                            thisName,
                            width,
                            height,
                            otherName,
                            other.width,
                            other.height));
        }
    }

    /** Sorts the first n values and moves the different ones to the front; returns their number. */
    private static int distinct(final int[] values, final int n) {
        Arrays.sort(values, 0, n);
        int m = 0;
        for (int i = 0; i < n; i++) {
            if (m == 0 || values[i] != values[m - 1]) {
                values[m++] = values[i];
            }
        }
        return m;
    }

    private UNetException bad(final int index, final String value) {
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "The label image has the value %s at x=%d, y=%d; allowed are whole numbers"
                                + " from 0 (background) to %d.",
                        value,
                        index % width,
                        index / width,
                        Integer.MAX_VALUE));
    }

    private static void checkSize(final int pixels, final int width, final int height) {
        if (width < 1 || height < 1 || (long) width * height != pixels) {
            throw new IllegalArgumentException(
                    "A plane of " + pixels + " pixels is not " + width + " x " + height);
        }
    }
}
