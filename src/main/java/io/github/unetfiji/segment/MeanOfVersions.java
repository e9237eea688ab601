package io.github.unetfiji.segment;

/** The mean of planes that come one after the other, each turned in its own way. */
final class MeanOfVersions {

    private float[] mean;
    private int count;

    /**
     * Adds a version.
     *
     * @param planes turned (plane, y, x)
     * @param mapping that turned them
     */
    void add(final float[] planes, final Symmetry.Mapping mapping) {
        if (mean == null) {
            mean = new float[planes.length];
        }
        count++;
        final float share = 1f / count;
        mapping.forEach(
                planes.length, (i, turned) -> mean[i] += (planes[turned] - mean[i]) * share);
    }

    /** The mean (plane, y, x); not a copy. */
    float[] values() {
        return mean;
    }
}
