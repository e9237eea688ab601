package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MemorySize;
import java.util.Locale;

/**
 * The need of slices for Java's memory, beside that of the network.
 *
 * @param width of a slice in px
 * @param height of a slice in px
 * @param planes of 4 bytes a pixel that are in memory at the same time
 */
record SliceMemory(int width, int height, long planes) {

    /** With some more planes. */
    SliceMemory plus(final int more) {
        return new SliceMemory(width, height, planes + more);
    }

    /**
     * Checks that there is enough.
     *
     * @param available bytes
     * @throws UNetException if not
     */
    void check(final long available) {
        final long needed = planes * Float.BYTES * width * height;
        if (needed > available) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "A slice is %dx%d px and needs %s of Java's memory, but there are %s:"
                                    + " raise it in Edit > Options > Memory & Threads, or crop"
                                    + " the image.",
                            width,
                            height,
                            MemorySize.needed(needed),
                            MemorySize.available(available)));
        }
    }
}
