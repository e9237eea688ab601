package io.github.unetfiji.segment;

/**
 * The standard deviation of planes that come one after the other, each turned in its own way: that of
 * the versions themselves (divided by their number), not an estimate for others.
 *
 * <p>By the recurrence of Welford 1962, doi:10.1080/00401706.1962.10490022, which does not take the
 * difference of two large sums.
 */
final class DeviationOfVersions {

    private float[] mean;
    private float[] squares;
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
            squares = new float[planes.length];
        }
        count++;
        final float share = 1f / count;
        mapping.forEach(
                planes.length,
                (i, turned) -> {
                    final float difference = planes[turned] - mean[i];
                    mean[i] += difference * share;
                    squares[i] += difference * (planes[turned] - mean[i]);
                });
    }

    /**
     * The largest deviation of all planes at every pixel.
     *
     * @param size pixels of a plane
     * @return (y, x)
     */
    float[] largest(final int size) {
        final float[] result = new float[size];
        for (int i = 0; i < squares.length; i++) {
            result[i % size] = Math.max(result[i % size], squares[i]);
        }
        for (int i = 0; i < size; i++) {
            result[i] = (float) Math.sqrt(result[i] / count);
        }
        return result;
    }
}
