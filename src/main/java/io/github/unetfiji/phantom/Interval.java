package io.github.unetfiji.phantom;

/**
 * A range of one tissue coordinate.
 *
 * @param low lower bound, lattice pitches
 * @param high upper bound, lattice pitches
 */
record Interval(double low, double high) {

    /** Sites farther away than this along one axis are out of reach, lattice pitches. */
    private static final double REACH = 1.3;

    /** The range of some values. */
    static Interval of(final double... values) {
        double low = values[0];
        double high = values[0];
        for (final double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return new Interval(low, high);
    }

    /** The first unit cube whose site may reach the range. */
    int firstCube() {
        return (int) Math.floor(low - REACH);
    }

    /** The last unit cube whose site may reach the range. */
    int lastCube() {
        return (int) Math.floor(high + REACH);
    }

    /** Distance of a value from the range, 0 inside. */
    double distance(final double value) {
        return Math.max(0, Math.max(low - value, value - high));
    }
}
