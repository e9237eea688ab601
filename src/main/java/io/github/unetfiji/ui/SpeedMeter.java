package io.github.unetfiji.ui;

import java.util.function.LongSupplier;

/**
 * How fast a training is, and how long it will take. Time spent on held-out slices counts for the
 * time left but not for the speed. Not thread-safe.
 */
final class SpeedMeter {

    /** The speed is a mean over about this many seconds, and over at least ten iterations. */
    private static final double WINDOW = 10;

    private static final double LARGEST_WEIGHT = 0.1;

    private final LongSupplier nanoTime;
    private final long started;
    private long mark;
    private long ended = -1;
    private int iterations;
    private double perIteration = Double.NaN;
    private double validating;

    /** @param nanoTime the clock, which starts now */
    SpeedMeter(final LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        started = nanoTime.getAsLong();
        mark = started;
    }

    /** After an iteration. */
    void iteration() {
        final double seconds = sinceMark();
        iterations++;
        if (iterations <= 2) {
            // NB: the first iteration loads the network and warms up: the second replaces it.
            perIteration = seconds;
        } else {
            final double weight =
                    Math.max(
                            1.0 / (iterations - 1),
                            Math.min(LARGEST_WEIGHT, 1 - Math.exp(-seconds / WINDOW)));
            perIteration += weight * (seconds - perIteration);
        }
    }

    /** After the held-out slices were looked at. */
    void validation() {
        validating += sinceMark();
    }

    /** After something that is neither. */
    void pause() {
        sinceMark();
    }

    /** At the end: the time stands still. */
    void end() {
        if (ended < 0) {
            ended = nanoTime.getAsLong();
        }
    }

    private double sinceMark() {
        final long now = nanoTime.getAsLong();
        final double seconds = (now - mark) / 1e9;
        mark = now;
        return seconds;
    }

    double elapsed() {
        return ((ended < 0 ? nanoTime.getAsLong() : ended) - started) / 1e9;
    }

    /** Seconds, NaN before the first iteration. */
    double perIteration() {
        return perIteration;
    }

    /**
     * Seconds, NaN before the first iteration.
     *
     * @param remaining iterations to come
     */
    double left(final int remaining) {
        return remaining * (perIteration + validating / Math.max(1, iterations));
    }
}
