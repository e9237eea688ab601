package io.github.unetfiji.evaluate;

/** A part of a whole, where the part of nothing is everything. */
final class Ratio {

    private Ratio() {}

    /** part / whole, and 1 where the whole is 0. */
    static double of(final double part, final double whole) {
        return whole == 0 ? 1 : part / whole;
    }
}
