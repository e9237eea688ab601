package io.github.unetfiji.report.plot;

import java.util.Arrays;

/**
 * The running mean of the training loss over the iterations, in bounded memory: when it is full,
 * every second point is dropped. Not thread-safe.
 */
public final class LossTrace {

    /**
     * The points so far. Arrays are not copied.
     *
     * @param iterations ascending
     * @param losses running mean after each of them
     */
    record Points(double[] iterations, double[] losses) {

        static final Points NONE = new Points(new double[0], new double[0]);

        double last() {
            return iterations.length == 0 ? 0 : iterations[iterations.length - 1];
        }
    }

    /** Weight of the newest loss. */
    private static final double RECENT = 0.05;

    private final double[] iterations;
    private final double[] losses;
    private int size;
    private int stride = 1;
    private int count;
    private double mean;
    private int last;

    /** @param capacity most points, even */
    public LossTrace(final int capacity) {
        iterations = new double[capacity];
        losses = new double[capacity];
    }

    /** Adds an iteration; one that was there before starts anew from it. */
    public void add(final int iteration, final double loss) {
        if (iteration <= last) {
            forgetFrom(iteration);
        }
        count++;
        mean += Math.max(RECENT, 1.0 / count) * (loss - mean);
        last = iteration;
        if (iteration % stride == 0 && size == iterations.length) {
            thin();
        }
        if (iteration % stride == 0) {
            iterations[size] = iteration;
            losses[size++] = mean;
        }
    }

    private void forgetFrom(final int iteration) {
        while (size > 0 && iterations[size - 1] >= iteration) {
            size--;
        }
        count = 0;
        mean = 0;
    }

    private void thin() {
        size /= 2;
        for (int i = 0; i < size; i++) {
            iterations[i] = iterations[2 * i + 1];
            losses[i] = losses[2 * i + 1];
        }
        stride *= 2;
    }

    /** A copy of the points, the newest included. */
    public Points points() {
        final boolean whole = size > 0 && iterations[size - 1] == last;
        final int length = whole || last == 0 ? size : size + 1;
        final double[] x = Arrays.copyOf(iterations, length);
        final double[] y = Arrays.copyOf(losses, length);
        if (length > size) {
            x[size] = last;
            y[size] = mean;
        }
        return new Points(x, y);
    }
}
