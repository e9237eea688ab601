package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.text.MacroWord;
import io.github.unetfiji.weights.WeightMapSettings;

/** How a network is trained. Immutable; the defaults are those of a first run. */
public final class TrainingSettings {

    /** How parameters are moved. */
    public enum OptimizerKind {
        ADAM,
        SGD;

        /** The macro's word for it. */
        public String key() {
            return MacroWord.of(this);
        }

        /**
         * The optimiser as the user names it.
         *
         * @throws UNetException if it is none
         */
        public static OptimizerKind of(final String key) {
            return MacroWord.find(OptimizerKind.class, "optimizer", key);
        }
    }

    private final Builder values;

    private TrainingSettings(final Builder values) {
        this.values = values;
    }

    /** Settings that start with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Number of max poolings of the network. */
    public int depth() {
        return values.depth;
    }

    /** Features of the network at full resolution. */
    public int features() {
        return values.features;
    }

    /** Probability that a feature is dropped at the end of the contracting path. */
    public double dropout() {
        return values.dropout;
    }

    /** How intensities are scaled. */
    public Normalization normalization() {
        return values.normalization;
    }

    /** What the labels mean. */
    public LabelKind kind() {
        return values.kind;
    }

    /** Px around drawn cells that count as background, 0 = all of it. */
    public int rim() {
        return values.rim;
    }

    /** Number of optimiser steps, one patch each. */
    public int iterations() {
        return values.iterations;
    }

    /** Input side of a patch in px, 0 = planned. */
    public int patch() {
        return values.patch;
    }

    /** How parameters are moved. */
    public OptimizerKind optimizer() {
        return values.optimizer;
    }

    /** Learning rate. */
    public double rate() {
        return values.rate;
    }

    /** Momentum of SGD. */
    public double momentum() {
        return values.momentum;
    }

    /** How the learning rate changes. */
    public Schedule schedule() {
        return values.schedule;
    }

    /** Iterations in which the learning rate rises from 0. */
    public int warmup() {
        return values.warmup;
    }

    /** Validations without a smaller loss after which the training ends, 0 = never. */
    public int patience() {
        return values.patience;
    }

    /** Minutes of training, those before it was resumed included, after which it ends; 0 = no limit. */
    public double minutes() {
        return values.minutes;
    }

    /** Decay of the moving average of the parameters, 0 = no average. */
    public double average() {
        return values.average;
    }

    /** Whether the contracting path keeps the parameters of the model that is started from. */
    public boolean freeze() {
        return values.freeze;
    }

    /** How much the classes are balanced, 0..1. */
    public double balance() {
        return values.balance;
    }

    /** The border weights. */
    public WeightMapSettings weightMap() {
        return values.weightMap;
    }

    /** How patches are varied. */
    public AugmentationSettings augmentation() {
        return values.augmentation;
    }

    /** A fraction, or slices such as 19-20, that are held out. */
    public String validation() {
        return values.validation;
    }

    /** Iterations between two validations. */
    public int every() {
        return values.every;
    }

    /** What all random numbers come from. */
    public long seed() {
        return values.seed;
    }

    /** Where to compute. */
    public ComputeDevice device() {
        return values.device;
    }

    /** What to compute with. */
    public Precision precision() {
        return values.precision;
    }

    /** Collects settings; every {@code opt} says what it allows. */
    public static final class Builder implements Cloneable {

        private int depth = 4;
        private int features = 64;
        private double dropout = 0.5;
        private Normalization normalization = Normalization.of("stack");
        private LabelKind kind = LabelKind.INSTANCES;
        private int rim;
        private int iterations = 1000;
        private int patch;
        private OptimizerKind optimizer = OptimizerKind.ADAM;
        private double rate = 3e-4;
        private double momentum = 0.99;
        private Schedule schedule = Schedule.NONE;
        private int warmup;
        private int patience;
        private double minutes;
        private double average;
        private boolean freeze;
        private double balance = 1;
        private WeightMapSettings weightMap = WeightMapSettings.builder().build();
        private AugmentationSettings augmentation = AugmentationSettings.defaults();
        private String validation = "0";
        private int every = 100;
        private long seed = 1;
        private ComputeDevice device = ComputeDevice.CPU;
        private Precision precision = Precision.FLOAT32;

        private Builder() {}

        /** Max poolings, 1..8; 4 in the paper. */
        public Builder optDepth(final int value) {
            depth = value;
            return this;
        }

        /** Features at full resolution, 1..1024; 64 in the paper. */
        public Builder optFeatures(final int value) {
            features = value;
            return this;
        }

        /** From 0 (none) to below 1. */
        public Builder optDropout(final double value) {
            dropout = value;
            return this;
        }

        /** How intensities are scaled. */
        public Builder optNormalization(final Normalization value) {
            normalization = value;
            return this;
        }

        /** What the labels mean. */
        public Builder optKind(final LabelKind value) {
            kind = value;
            return this;
        }

        /** Px around drawn cells that count as background, 0 = all of it; not with label images. */
        public Builder optRim(final int value) {
            rim = atLeast("rim", value, 0);
            return this;
        }

        /** Optimiser steps, at least 1. */
        public Builder optIterations(final int value) {
            iterations = atLeast("iterations", value, 1);
            return this;
        }

        /** Input side of a patch in px, a valid size of the network, or 0 = planned. */
        public Builder optPatch(final int value) {
            patch = atLeast("patch", value, 0);
            return this;
        }

        /** How parameters are moved. */
        public Builder optOptimizer(final OptimizerKind value) {
            optimizer = value;
            return this;
        }

        /** Learning rate, above 0. */
        public Builder optRate(final double value) {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new UNetException("rate is " + value + ", but must be above 0.");
            }
            rate = value;
            return this;
        }

        /** Momentum of SGD, from 0 to below 1. */
        public Builder optMomentum(final double value) {
            if (!(value >= 0 && value < 1)) {
                throw new UNetException(
                        "momentum is " + value + ", but must be from 0 to below 1.");
            }
            momentum = value;
            return this;
        }

        /** How the learning rate changes. */
        public Builder optSchedule(final Schedule value) {
            schedule = value;
            return this;
        }

        /** Iterations in which the learning rate rises from 0, 0 = none. */
        public Builder optWarmup(final int value) {
            warmup = atLeast("warmup", value, 0);
            return this;
        }

        /** Validations without a smaller loss after which the training ends, 0 = never. */
        public Builder optPatience(final int value) {
            patience = atLeast("patience", value, 0);
            return this;
        }

        /**
         * Minutes of training after which it ends with the best so far, 0 = no limit. The rate follows the planned iterations all
         * the same.
         */
        public Builder optMinutes(final double value) {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new UNetException("minutes is " + value + ", but must be at least 0.");
            }
            minutes = value;
            return this;
        }

        /** Decay of the moving average of the parameters, 0 (none) to below 1, for example 0.999. */
        public Builder optAverage(final double value) {
            if (!(value >= 0 && value < 1)) {
                throw new UNetException("average is " + value + ", but must be from 0 to below 1.");
            }
            average = value;
            return this;
        }

        /** Whether the contracting path keeps the parameters of the model that is started from. */
        public Builder optFreeze(final boolean value) {
            freeze = value;
            return this;
        }

        /** Balance of the classes: 0 (none) .. 1 (each class counts the same). */
        public Builder optBalance(final double value) {
            if (!(value >= 0 && value <= 1)) {
                throw new UNetException("balance is " + value + ", but must be from 0 to 1.");
            }
            balance = value;
            return this;
        }

        /** The border weights. */
        public Builder optWeightMap(final WeightMapSettings value) {
            weightMap = value;
            return this;
        }

        /** How patches are varied. */
        public Builder optAugmentation(final AugmentationSettings value) {
            augmentation = value;
            return this;
        }

        /** A fraction such as 0.1, or slices such as 19-20; 0 = none. */
        public Builder optValidation(final String value) {
            validation = value;
            return this;
        }

        /** Iterations between two validations, at least 1. */
        public Builder optEvery(final int value) {
            every = atLeast("every", value, 1);
            return this;
        }

        /** What all random numbers come from. */
        public Builder optSeed(final long value) {
            seed = value;
            return this;
        }

        /** Where to compute. */
        public Builder optDevice(final ComputeDevice value) {
            device = value;
            return this;
        }

        /** What to compute with. */
        public Builder optPrecision(final Precision value) {
            precision = value;
            return this;
        }

        private static int atLeast(final String what, final int value, final int min) {
            if (value < min) {
                throw new UNetException(
                        what + " is " + value + ", but must be at least " + min + ".");
            }
            return value;
        }

        /**
         * The settings; later changes of this builder do not touch them.
         *
         * @throws UNetException if the warm-up takes all iterations
         */
        public TrainingSettings build() {
            if (warmup >= iterations) {
                throw new UNetException(
                        "warmup is "
                                + warmup
                                + ", but must be below the "
                                + iterations
                                + " iterations.");
            }
            try {
                return new TrainingSettings((Builder) clone());
            } catch (final CloneNotSupportedException e) {
                throw new IllegalStateException("a builder can be cloned", e);
            }
        }
    }
}
