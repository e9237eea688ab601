package io.github.unetfiji.training;

import java.util.Arrays;
import java.util.Optional;

/** Sets of values that the training dialog offers; a macro has the values themselves. */
public enum TrainingPreset {
    /** Does it learn at all? At most ten minutes, some three on a laptop; so it is the first in the dialog. */
    QUICK("quick look", 16, 300, 10, "adam", 1e-3, "none", 0),
    /** A good model within an hour on a laptop. */
    STANDARD("standard", 32, 2000, 0, "adam", 1e-3, "cosine", 50),
    /** The network and the optimiser of Ronneberger et al. 2015; for a GPU. */
    PAPER("the paper's", 64, 10_000, 0, "sgd", 1e-4, "none", 0);

    private final String label;
    private final int features;
    private final int iterations;
    private final double minutes;
    private final String optimizer;
    private final double rate;
    private final String schedule;
    private final int warmup;

    TrainingPreset(
            final String label,
            final int features,
            final int iterations,
            final double minutes,
            final String optimizer,
            final double rate,
            final String schedule,
            final int warmup) {
        this.label = label;
        this.features = features;
        this.iterations = iterations;
        this.minutes = minutes;
        this.optimizer = optimizer;
        this.rate = rate;
        this.schedule = schedule;
        this.warmup = warmup;
    }

    /** The preset of this label; none for another label. */
    public static Optional<TrainingPreset> of(final String label) {
        return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst();
    }

    /** As the dialog shows it. */
    public String label() {
        return label;
    }

    public int features() {
        return features;
    }

    public int iterations() {
        return iterations;
    }

    /** 0 = no limit. */
    public double minutes() {
        return minutes;
    }

    public String optimizer() {
        return optimizer;
    }

    public double rate() {
        return rate;
    }

    public String schedule() {
        return schedule;
    }

    public int warmup() {
        return warmup;
    }
}
