package io.github.unetfiji.ij;

import ij.ImageStack;
import io.github.unetfiji.stack.PlaneSource;

/** Converts label maps to pixels of ImageJ: 16 bits if all ids fit, otherwise float32, which holds ids up to 2^24. */
public final class LabelPixels {

    private static final int MOST_OF_16_BITS = 65535;

    private LabelPixels() {}

    /** A stack in memory: 2 bytes a pixel as long as all ids fit. */
    static ImageStack of(final PlaneSource ids) {
        final Object[] planes = new Object[ids.slices()];
        int largest = 0;
        for (int slice = 0; slice < planes.length; slice++) {
            final int[] plane = (int[]) ids.plane(slice, 0);
            largest = Math.max(largest, largest(plane));
            planes[slice] = pixels(plane, largest);
        }
        final ImageStack stack = new ImageStack(ids.width(), ids.height());
        for (int slice = 0; slice < planes.length; slice++) {
            stack.addSlice(
                    null, largest > MOST_OF_16_BITS ? widened(planes[slice]) : planes[slice]);
            planes[slice] = null;
        }
        return stack;
    }

    private static Object widened(final Object pixels) {
        if (pixels instanceof float[]) {
            return pixels;
        }
        final short[] narrow = (short[]) pixels;
        final float[] wide = new float[narrow.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = Short.toUnsignedInt(narrow[i]);
        }
        return wide;
    }

    /** The largest id, 0 if there is none. */
    public static int largest(final int[] ids) {
        int largest = 0;
        for (final int id : ids) {
            largest = Math.max(largest, id);
        }
        return largest;
    }

    /**
     * A plane of a stack.
     *
     * @param largest id of the stack
     * @return short[] or float[]
     */
    static Object pixels(final int[] ids, final int largest) {
        if (largest > MOST_OF_16_BITS) {
            final float[] wide = new float[ids.length];
            for (int i = 0; i < wide.length; i++) {
                wide[i] = ids[i];
            }
            return wide;
        }
        final short[] narrow = new short[ids.length];
        for (int i = 0; i < narrow.length; i++) {
            narrow[i] = (short) ids[i];
        }
        return narrow;
    }
}
