package io.github.unetfiji.augment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the uncompressed little-endian one-strip TIFFs of the reference. */
final class Tiff {

    private static final int STRIP_OFFSET = 273;

    private Tiff() {}

    static float[] floats(final String resource, final int size) throws IOException {
        final float[] plane = new float[size];
        pixels(resource).asFloatBuffer().get(plane);
        return plane;
    }

    static int[] shorts(final String resource, final int size) throws IOException {
        final ByteBuffer pixels = pixels(resource);
        final int[] plane = new int[size];
        for (int i = 0; i < size; i++) {
            plane[i] = pixels.getShort() & 0xFFFF;
        }
        return plane;
    }

    private static ByteBuffer pixels(final String resource) throws IOException {
        try (InputStream in = Tiff.class.getResourceAsStream(resource)) {
            final ByteBuffer file =
                    ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
            final int directory = file.getInt(4);
            for (int i = 0; i < file.getShort(directory); i++) {
                final int entry = directory + 2 + 12 * i;
                if (file.getShort(entry) == STRIP_OFFSET) {
                    file.position(file.getInt(entry + 8));
                }
            }
            return file.slice().order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
