package io.github.unetfiji.training;

import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The settings of a training, each declared once. Those of the network's shape, of the weight map and of the augmentation are
 * declared where they are used: {@link Architecture}, {@link WeightMapSettings}, {@link AugmentationSettings}.
 *
 * <p>To add a setting: a constant here, listed in {@link #LEARNED}; an accessor in {@link TrainingSettings}; a field of that name in the
 * training command; a line in docs/commands.md.
 */
public final class TrainingKeys {

    /** The meaning of the values of label images. */
    public static final Setting<LabelKind> KIND =
            Setting.choice("kind", LabelKind.INSTANCES).shown("instances", "cells");

    /** Px around drawn cells that count as background, 0 = all of it; not with label images. */
    public static final Setting<Integer> RIM = Setting.whole("rim", 0).atLeast(0);

    /** How intensities are scaled. */
    public static final Setting<Normalization> NORMALIZE =
            Setting.choice(
                            "normalize",
                            Normalization.class,
                            Normalization.of("stack"),
                            Arrays.stream(Normalization.Mode.values())
                                    .map(mode -> new Normalization(mode, List.of()))
                                    .toList(),
                            normalization -> normalization.mode().key(),
                            Normalization::of)
                    .shown("stack", "the stack")
                    .shown("slice", "each slice")
                    .shown("range", "fixed range");

    /** Optimizer steps, one patch each. */
    public static final Setting<Integer> ITERATIONS = Setting.whole("iterations", 1000).atLeast(1);

    /**
     * Minutes of training after which it ends with the best so far, 0 = no limit. Those before it was resumed count. The rate
     * follows the planned iterations all the same.
     */
    public static final Setting<Double> MINUTES = Setting.number("minutes", 0).atLeast(0);

    /** Input side of a patch in px, a valid size of the network, or 0 = planned. */
    public static final Setting<Integer> PATCH = Setting.whole("patch", 0).atLeast(0);

    /** The optimizer. */
    public static final Setting<OptimizerKind> OPTIMIZER =
            Setting.choice("optimizer", OptimizerKind.ADAM)
                    .shown("adam", "Adam")
                    .shown("sgd", "SGD with momentum");

    /** Learning rate. */
    public static final Setting<Double> RATE = Setting.number("rate", 3e-4).above(0);

    /** Momentum of SGD. */
    public static final Setting<Double> MOMENTUM =
            Setting.number("momentum", 0.99).atLeast(0).below(1);

    /** How the learning rate changes. */
    public static final Setting<Schedule> SCHEDULE = Setting.choice("schedule", Schedule.NONE);

    /** Iterations in which the learning rate rises from 0, 0 = none. */
    public static final Setting<Integer> WARMUP = Setting.whole("warmup", 0).atLeast(0);

    /** Validations without a smaller loss after which the training ends, 0 = never. */
    public static final Setting<Integer> PATIENCE = Setting.whole("patience", 0).atLeast(0);

    /** Decay of the moving average of the parameters, for example 0.998; 0 = no average. */
    public static final Setting<Double> AVERAGE = Setting.number("average", 0).atLeast(0).below(1);

    /** Whether the contracting path keeps the parameters of the model that is started from. */
    public static final Setting<Boolean> FREEZE = Setting.flag("freeze", false);

    /** Balance of the classes: 0 (every pixel counts the same) .. 1 (every class counts the same). */
    public static final Setting<Double> BALANCE = Setting.number("balance", 1).atLeast(0).atMost(1);

    /** A fraction such as 0.1, or slices such as 19-20, that are held out; 0 = none. */
    public static final Setting<String> VALIDATION = Setting.text("validation", "0");

    /** Iterations between two validations. */
    public static final Setting<Integer> EVERY = Setting.whole("every", 100).atLeast(1);

    /** The seed of all random numbers. */
    public static final Setting<Long> SEED = Setting.whole("seed", 1L);

    /**
     * The settings that the trained parameters depend on, besides the precision. NB: models and training states list them in this
     * order, and a state is resumed only with equal ones; a setting that a state does not list counts with its default.
     */
    static final List<Setting<?>> LEARNED =
            List.of(
                    KIND,
                    RIM,
                    NORMALIZE,
                    Architecture.FEATURES,
                    Architecture.DEPTH,
                    Architecture.DROPOUT,
                    ITERATIONS,
                    PATCH,
                    OPTIMIZER,
                    RATE,
                    MOMENTUM,
                    SCHEDULE,
                    WARMUP,
                    PATIENCE,
                    AVERAGE,
                    FREEZE,
                    BALANCE,
                    WeightMapSettings.BORDER,
                    WeightMapSettings.SIGMA,
                    AugmentationSettings.FOCUS,
                    AugmentationSettings.DEFORMATION,
                    AugmentationSettings.SPACING,
                    AugmentationSettings.SCALE,
                    AugmentationSettings.NOISE,
                    AugmentationSettings.BLUR,
                    AugmentationSettings.ROTATION,
                    AugmentationSettings.FLIP,
                    AugmentationSettings.INTENSITY,
                    VALIDATION,
                    EVERY,
                    SEED);

    /** All settings that a training command may ask for. */
    public static final List<Setting<?>> ALL =
            Stream.concat(LEARNED.stream(), Stream.of(MINUTES)).toList();

    private TrainingKeys() {}
}
