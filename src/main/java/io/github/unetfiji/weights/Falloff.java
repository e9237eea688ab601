package io.github.unetfiji.weights;

/**
 * The bell height exp(-t^2 / (2 sigma^2)), with the distance from which on it is nothing.
 *
 * <p>Tabulated: exp(-(i + r) / N) = exp(-i / N) exp(-r / N), where the second factor, of an argument
 * below 1 / N = 1/64, is its Taylor polynomial of order 3, good to 3e-9. Immutable.
 */
final class Falloff {

    /** What may be left out; a float weight near 1 is rounded by as much. */
    private static final double NEGLIGIBLE = 1e-7;

    private static final int STEPS = 64;

    /** Square of the distance up to which the bell is not negligible, px^2; negative if nowhere. */
    final double reachSquared;

    private final double scale;
    private final double[] table;

    Falloff(final double height, final double sigma) {
        final double end = height > NEGLIGIBLE ? Math.log(height / NEGLIGIBLE) : -1;
        reachSquared = end * 2 * sigma * sigma;
        scale = STEPS / (2 * sigma * sigma);
        table = new double[(int) Math.max(0, end * STEPS) + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = height * Math.exp((double) -i / STEPS);
        }
    }

    /** Where the bell becomes negligible, px; 0 if it is so everywhere. */
    double reach() {
        return Math.sqrt(Math.max(0, reachSquared));
    }

    /**
     * Value of the bell.
     *
     * @param squared t^2, px^2, at least 0
     */
    double at(final double squared) {
        if (squared > reachSquared) {
            return 0;
        }
        final double u = squared * scale;
        final int i = Math.min((int) u, table.length - 1);
        final double r = (u - i) / STEPS;
        return table[i] * (1 - r * (1 - r * (0.5 - r / 6)));
    }
}
