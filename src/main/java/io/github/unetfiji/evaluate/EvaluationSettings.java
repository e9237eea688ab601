package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import java.util.EnumSet;
import java.util.Set;

/** The metrics of an evaluation and their parameters: by default all metrics as in the ISBI 2012 challenge. Immutable. */
public final class EvaluationSettings {

    private final Set<Metric> metrics;
    private final Thresholds thresholds;
    private final double warpingLast;
    private final int radius;
    private final int threads;

    private EvaluationSettings(final Builder builder) {
        metrics = Set.copyOf(builder.metrics);
        thresholds = builder.thresholds;
        warpingLast = builder.warpingLast;
        radius = builder.radius;
        threads = builder.threads;
    }

    /** Starts with the settings of the challenge. */
    public static Builder builder() {
        return new Builder();
    }

    /** The metrics that are computed, at least one. */
    public Set<Metric> metrics() {
        return metrics;
    }

    /** The thresholds at which probabilities are evaluated. */
    public Thresholds thresholds() {
        return thresholds;
    }

    /** The last threshold that may be the best for the warping error. */
    public double warpingLast() {
        return warpingLast;
    }

    /** Radius in px around a pixel in which cells are searched that the pixel splits. */
    public int radius() {
        return radius;
    }

    /** How many slices are evaluated at the same time. */
    public int threads() {
        return threads;
    }

    /** Collects settings. */
    public static final class Builder {

        private Set<Metric> metrics = EnumSet.allOf(Metric.class);
        private Thresholds thresholds = Thresholds.CHALLENGE;
        private double warpingLast = 0.9;
        private int radius = 20;
        private int threads = Runtime.getRuntime().availableProcessors();

        private Builder() {}

        /** Only these metrics; default all. */
        public Builder optMetrics(final Set<Metric> chosen) {
            if (chosen.isEmpty()) {
                throw new UNetException(
                        "No metric is chosen; allowed are one or more of "
                                + EnumSet.allOf(Metric.class)
                                + ".");
            }
            metrics = EnumSet.copyOf(chosen);
            return this;
        }

        /** Default 0, 0.1 .. 1. */
        public Builder optThresholds(final Thresholds chosen) {
            thresholds = chosen;
            return this;
        }

        /**
         * The last threshold that may be the best for the warping error, default 0.9 as in the challenge: near 1 a proposal may be
         * empty, and its error 0.
         */
        public Builder optWarpingLast(final double last) {
            warpingLast = last;
            return this;
        }

        /** Radius in px around a pixel in which cells are searched that it splits, default 20 as in the challenge. */
        public Builder optRadius(final int px) {
            if (px < 1) {
                throw new UNetException("The radius is " + px + " px; allowed is 1 or more.");
            }
            radius = px;
            return this;
        }

        /** Default: as many as the machine has processors. */
        public Builder optThreads(final int number) {
            if (number < 1) {
                throw new UNetException(
                        "The number of threads is " + number + "; allowed is 1 or more.");
            }
            threads = number;
            return this;
        }

        public EvaluationSettings build() {
            return new EvaluationSettings(this);
        }
    }
}
