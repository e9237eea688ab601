package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.MINUTES;
import static io.github.unetfiji.training.TrainingKeys.OPTIMIZER;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.SCHEDULE;
import static io.github.unetfiji.training.TrainingKeys.WARMUP;

import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Sets of values that the training dialog offers; a macro names the values themselves. */
public enum TrainingPreset {
    /** Does it learn at all? At most ten minutes, some three on a laptop; so it is the first in the dialog. */
    QUICK(
            "quick look",
            steps(16, 300)
                    .with(MINUTES, 10.0)
                    .with(OPTIMIZER, OptimizerKind.ADAM)
                    .with(RATE, 1e-3)
                    .with(SCHEDULE, Schedule.NONE)
                    .with(WARMUP, 0)),
    /** A good model within an hour on a laptop. */
    STANDARD(
            "standard",
            steps(32, 2000)
                    .with(MINUTES, 0.0)
                    .with(OPTIMIZER, OptimizerKind.ADAM)
                    .with(RATE, 1e-3)
                    .with(SCHEDULE, Schedule.COSINE)
                    .with(WARMUP, 50)),
    /** The network and the optimizer of Ronneberger et al. 2015; for a GPU. */
    PAPER(
            "the paper's",
            steps(64, 10_000)
                    .with(MINUTES, 0.0)
                    .with(OPTIMIZER, OptimizerKind.SGD)
                    .with(RATE, 1e-4)
                    .with(SCHEDULE, Schedule.NONE)
                    .with(WARMUP, 0));

    /** The preset as a user chooses it: none, or that of a {@link #label}. */
    public static final Setting<String> SETTING =
            Setting.word(
                            "preset",
                            Stream.concat(
                                            Stream.of("defaults"),
                                            Arrays.stream(values()).map(TrainingPreset::label))
                                    .toArray(String[]::new))
                    .shown("defaults", "as set below");

    private final String label;
    private final Settings settings;

    TrainingPreset(final String label, final Settings settings) {
        this.label = label;
        this.settings = settings;
    }

    private static Settings steps(final int features, final int iterations) {
        return Settings.DEFAULTS.with(FEATURES, features).with(ITERATIONS, iterations);
    }

    /** The preset of this label; none for another label. */
    public static Optional<TrainingPreset> of(final String label) {
        return Arrays.stream(values()).filter(preset -> preset.label.equals(label)).findFirst();
    }

    /** As the dialog shows it. */
    public String label() {
        return label;
    }

    /** The values that it sets; every preset sets the same keys. */
    public Settings settings() {
        return settings;
    }
}
