package io.github.unetfiji.ij;

import io.github.unetfiji.stack.PlaneSource;

/** NumberedPlanes whose pixels tell where they are: slice, channel, and index. */
record NumberedPlanes(int width, int height, int slices, int channels, boolean real)
        implements PlaneSource {

    @Override
    public Object plane(final int slice, final int channel) {
        final byte[] bytes = new byte[width * height];
        final float[] floats = new float[width * height];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) ((slice + i) % 3);
            floats[i] = (slice * channels + channel + i / 100f) / (slices * channels);
        }
        return real ? floats : bytes;
    }
}
