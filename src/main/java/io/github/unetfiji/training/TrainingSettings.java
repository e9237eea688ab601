package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** How a network is trained. Immutable; the defaults are those of a first run. */
public final class TrainingSettings {

    /** How parameters are moved. */
    public enum OptimizerKind {
        ADAM,
        SGD;

        /** The macro's word for it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /**
         * The optimiser as the user names it.
         *
         * @throws UNetException if it is none
         */
        public static OptimizerKind of(final String key) {
            for (final OptimizerKind kind : values()) {
                if (kind.key().equals(key)) {
                    return kind;
                }
            }
            throw new UNetException("The optimizer is '" + key + "', but must be adam or sgd.");
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

    /** The settings that decide what is learned, by the macro's words for them; the data are not among them. */
    public Map<String, Object> asMap() {
        final Map<String, Object> map = new LinkedHashMap<>();
        map.put("kind", kind().key());
        map.put("rim", rim());
        map.put("normalize", normalization().mode().key());
        map.put("features", features());
        map.put("depth", depth());
        map.put("dropout", dropout());
        map.put("iterations", iterations());
        map.put("patch", patch());
        map.put("optimizer", optimizer().key());
        map.put("rate", rate());
        map.put("momentum", momentum());
        map.put("schedule", schedule().key());
        map.put("warmup", warmup());
        map.put("patience", patience());
        map.put("average", average());
        map.put("freeze", freeze());
        map.put("balance", balance());
        map.put("border", weightMap().border());
        map.put("sigma", weightMap().sigma());
        map.put("focus", augmentation().focus());
        map.put("deformation", augmentation().deformation());
        map.put("spacing", augmentation().spacing());
        map.put("scale", augmentation().scale());
        map.put("noise", augmentation().noise());
        map.put("blur", augmentation().blur());
        map.put("rotation", augmentation().rotation());
        map.put("flip", augmentation().flip());
        map.put("intensity", augmentation().intensity());
        map.put("validation", validation());
        map.put("every", every());
        map.put("seed", seed());
        map.put("precision", precision().name().toLowerCase(Locale.ROOT));
        return map;
    }

    /** Collects settings; every {@code opt} says what it allows. */
    public static final class Builder {

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
            final Builder copy = new Builder();
            copy.depth = depth;
            copy.features = features;
            copy.dropout = dropout;
            copy.normalization = normalization;
            copy.kind = kind;
            copy.rim = rim;
            copy.iterations = iterations;
            copy.patch = patch;
            copy.optimizer = optimizer;
            copy.rate = rate;
            copy.momentum = momentum;
            copy.schedule = schedule;
            copy.warmup = warmup;
            copy.patience = patience;
            copy.average = average;
            copy.freeze = freeze;
            copy.balance = balance;
            copy.weightMap = weightMap;
            copy.augmentation = augmentation;
            copy.validation = validation;
            copy.every = every;
            copy.seed = seed;
            copy.device = device;
            copy.precision = precision;
            return new TrainingSettings(copy);
        }
    }
}
