package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.Locale;

/** The thresholds at which a probability map becomes cells and membrane. Immutable. */
public final class Thresholds {

    /** 0, 0.1 .. 1: those of the ISBI 2012 challenge. */
    public static final Thresholds CHALLENGE = steps(0, 1, 0.1);

    private final double[] values;

    private Thresholds(final double[] values) {
        this.values = values;
    }

    /**
     * Thresholds at equal steps.
     *
     * <p>NB: they are accumulated ({@code t += step}), as the challenge does: the last of 0, 0.1 ..
     * 1 is 0.9999999999999999, below 1, so that a probability of exactly 1 is still cell.
     *
     * @param first 0..1
     * @param last first..1; the last threshold is not above it
     * @param step above 0; at most 1000 steps
     * @throws UNetException if not so
     */
    public static Thresholds steps(final double first, final double last, final double step) {
        if (!(first >= 0 && last >= first && last <= 1)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The thresholds go from %s to %s; allowed are 0 <= first <= last <= 1.",
                            first,
                            last));
        }
        if (!(step >= 0.001 && step <= 1)) {
            throw new UNetException(
                    "The step of the thresholds is " + step + "; allowed is 0.001 to 1.");
        }
        final double[] found = new double[1001];
        int n = 0;
        for (double t = first; t <= last; t += step) {
            found[n++] = t;
        }
        return new Thresholds(Arrays.copyOf(found, n));
    }

    /** One threshold only. */
    public static Thresholds only(final double threshold) {
        return steps(threshold, threshold, 1);
    }

    /** Number of thresholds. */
    public int size() {
        return values.length;
    }

    /** A threshold, 0..1; ascending with the index. */
    public double get(final int index) {
        return values[index];
    }
}
