package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.Map;

/**
 * How a network is trained. Immutable; the defaults are those of a first run.
 *
 * <pre>
 * TrainingSettings settings =
 *         TrainingSettings.builder().with(FEATURES, 16).with(ITERATIONS, 300).with(RATE, 1e-3).build();
 * int patience = settings.patience();
 * </pre>
 *
 * <p>The settings, what they mean and what they allow are declared in {@link TrainingKeys}, {@link Architecture}, {@link
 * WeightMapSettings} and {@link AugmentationSettings}.
 */
public final class TrainingSettings {

    /** The built-in optimizers. */
    public enum OptimizerKind {
        /** Adam (Kingma and Ba 2015). */
        ADAM,
        /** Stochastic gradient descent with momentum, as in the paper. */
        SGD
    }

    private final Settings values;
    private final WeightMapSettings weightMap;
    private final AugmentationSettings augmentation;
    private final ComputeDevice device;
    private final Precision precision;

    private TrainingSettings(final Builder builder) {
        values = builder.values;
        weightMap = WeightMapSettings.of(values);
        augmentation = AugmentationSettings.of(values);
        device = builder.device;
        precision = builder.precision;
    }

    /** Settings that start with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Number of max poolings of the network. */
    public int depth() {
        return values.get(Architecture.DEPTH);
    }

    /** Features of the network at full resolution. */
    public int features() {
        return values.get(Architecture.FEATURES);
    }

    /** Probability that a feature is dropped at the end of the contracting path. */
    public double dropout() {
        return values.get(Architecture.DROPOUT);
    }

    /** How intensities are scaled. */
    public Normalization normalization() {
        return values.get(TrainingKeys.NORMALIZE);
    }

    /** The meaning of the values of label images. */
    public LabelKind kind() {
        return values.get(TrainingKeys.KIND);
    }

    /** Px around drawn cells that count as background, 0 = all of it. */
    public int rim() {
        return values.get(TrainingKeys.RIM);
    }

    /** Number of optimiser steps, one patch each. */
    public int iterations() {
        return values.get(TrainingKeys.ITERATIONS);
    }

    /** Input side of a patch in px, 0 = planned. */
    public int patch() {
        return values.get(TrainingKeys.PATCH);
    }

    /** The optimizer. */
    public OptimizerKind optimizer() {
        return values.get(TrainingKeys.OPTIMIZER);
    }

    /** Learning rate. */
    public double rate() {
        return values.get(TrainingKeys.RATE);
    }

    /** Momentum of SGD. */
    public double momentum() {
        return values.get(TrainingKeys.MOMENTUM);
    }

    /** How the learning rate changes. */
    public Schedule schedule() {
        return values.get(TrainingKeys.SCHEDULE);
    }

    /** Iterations in which the learning rate rises from 0. */
    public int warmup() {
        return values.get(TrainingKeys.WARMUP);
    }

    /** Validations without a smaller loss after which the training ends, 0 = never. */
    public int patience() {
        return values.get(TrainingKeys.PATIENCE);
    }

    /** Minutes of training, those before it was resumed included, after which it ends; 0 = no limit. */
    public double minutes() {
        return values.get(TrainingKeys.MINUTES);
    }

    /** Decay of the moving average of the parameters, 0 = no average. */
    public double average() {
        return values.get(TrainingKeys.AVERAGE);
    }

    /** Whether the contracting path keeps the parameters of the model that is started from. */
    public boolean freeze() {
        return values.get(TrainingKeys.FREEZE);
    }

    /** How much the classes are balanced, 0..1. */
    public double balance() {
        return values.get(TrainingKeys.BALANCE);
    }

    /** The border weights. */
    public WeightMapSettings weightMap() {
        return weightMap;
    }

    /** How patches are varied. */
    public AugmentationSettings augmentation() {
        return augmentation;
    }

    /** A fraction, or slices such as 19-20, that are held out. */
    public String validation() {
        return values.get(TrainingKeys.VALIDATION);
    }

    /** Iterations between two validations. */
    public int every() {
        return values.get(TrainingKeys.EVERY);
    }

    /** The seed of all random numbers. */
    public long seed() {
        return values.get(TrainingKeys.SEED);
    }

    /** The device of the network. */
    public ComputeDevice device() {
        return device;
    }

    /** The floating-point format of the network. */
    public Precision precision() {
        return precision;
    }

    /** The settings that the trained parameters depend on, by their macro keys; the data are not among them. */
    Map<String, Object> learned() {
        final Map<String, Object> learned = values.plain(TrainingKeys.LEARNED);
        learned.put(Precision.SETTING.key(), precision.key());
        return learned;
    }

    /** Collects settings. A value that is not allowed is refused at once. */
    public static final class Builder {

        private Settings values = Settings.DEFAULTS;
        private ComputeDevice device = ComputeDevice.CPU;
        private Precision precision = Precision.FLOAT32;

        private Builder() {}

        /**
         * One setting: of {@link TrainingKeys}, of {@link Architecture}, of the weight map, or of the augmentation.
         *
         * @throws UNetException if the value is not allowed
         */
        public <T> Builder with(final Setting<T> setting, final T value) {
            values = values.with(setting, value);
            return this;
        }

        /** The same with a number, such as {@code with(RATE, 1)}. */
        public Builder with(final Setting<Double> setting, final double value) {
            return with(setting, Double.valueOf(value));
        }

        /** The same with a whole number, such as {@code with(SEED, 7)}. */
        public Builder with(final Setting<Long> setting, final long value) {
            return with(setting, Long.valueOf(value));
        }

        /** All settings that were set in {@code others}. */
        public Builder with(final Settings others) {
            values = values.with(others);
            return this;
        }

        /** The border weights. */
        public Builder optWeightMap(final WeightMapSettings value) {
            values = values.with(value.values());
            return this;
        }

        /** How patches are varied. */
        public Builder optAugmentation(final AugmentationSettings value) {
            values = values.with(value.values());
            return this;
        }

        /** The device of the network; by default the processor. */
        public Builder optDevice(final ComputeDevice value) {
            device = value;
            return this;
        }

        /** The floating-point format of the network. */
        public Builder optPrecision(final Precision value) {
            precision = value;
            return this;
        }

        /**
         * The settings; later changes of this builder do not touch them.
         *
         * @throws UNetException if the warm-up takes all iterations
         */
        public TrainingSettings build() {
            final int iterations = values.get(TrainingKeys.ITERATIONS);
            final int warmup = values.get(TrainingKeys.WARMUP);
            if (warmup >= iterations) {
                throw new UNetException(
                        "warmup is "
                                + warmup
                                + ", but must be below the "
                                + iterations
                                + " iterations.");
            }
            return new TrainingSettings(this);
        }
    }
}
