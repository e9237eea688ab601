package io.github.unetfiji.ij;

import io.github.unetfiji.stack.PlaneSource;

/** Label maps of 3 x 2 px, one a slice; every plane is read once, in order. */
final class LabelPlanes implements PlaneSource {

    private final int[][] planes;
    private int next;

    LabelPlanes(final int[]... planes) {
        this.planes = planes;
    }

    @Override
    public int width() {
        return 3;
    }

    @Override
    public int height() {
        return 2;
    }

    @Override
    public int slices() {
        return planes.length;
    }

    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Object plane(final int slice, final int channel) {
        if (slice != next || channel != 0) {
            throw new IllegalStateException("plane " + slice + " is asked for, not " + next);
        }
        return planes[next++];
    }
}
