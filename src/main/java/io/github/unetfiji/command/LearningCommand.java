package io.github.unetfiji.command;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceChoice;
import io.github.unetfiji.optimize.Schedule;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.training.TrainingPreset;
import io.github.unetfiji.training.TrainingSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** How a network learns: its shape, the steps, the held-out slices, the device. */
abstract class LearningCommand extends AugmentingCommand {

    private static final String NETWORK = "group:Network";
    private static final String LEARNING = "group:Learning";
    private static final String WATCHING = "group:Validation";
    private static final String DEVICE = "group:Device";

    @Parameter(
            label = "Features at full resolution",
            description = "64 in the paper; 16 or 32 train much faster.",
            min = "1",
            max = "1024",
            style = NETWORK,
            persist = false)
    private int features = 64;

    @Parameter(
            label = "Dropout",
            description = "Share of features dropped at the end of the contracting path.",
            min = "0",
            max = "0.99",
            style = NETWORK,
            persist = false)
    private double dropout = 0.5;

    @Parameter(
            label = "Model to start from",
            description =
                    "Goes on from this model (.zip); its depth and features are taken. Other classes"
                            + " or channels replace its last or first layer.",
            required = false,
            style = "open,model," + NETWORK,
            persist = false)
    private File start;

    @Parameter(
            label = "Freeze its contracting path",
            description = "Trains only the expanding path of the model that is started from.",
            style = NETWORK,
            persist = false)
    private boolean freeze;

    @Parameter(
            label = "Optimizer",
            description = "Adam is the practical choice; the paper has SGD with momentum.",
            choices = {"adam", "sgd"},
            attrs = @Attr(name = ChoiceWords.WORDS, value = ChoiceWords.OPTIMIZER),
            style = LEARNING,
            persist = false)
    private String optimizer = "adam";

    @Parameter(
            label = "Learning rate",
            description = "Size of a step; ten times smaller if the loss jumps or becomes NaN.",
            style = LEARNING,
            persist = false)
    private double rate = 3e-4;

    @Parameter(
            label = "Schedule of the rate",
            description =
                    "None; cosine: falls to 0 towards the end; plateau: is halved when 5 validations"
                            + " bring no gain.",
            choices = {"none", "cosine", "plateau"},
            style = LEARNING,
            persist = false)
    private String schedule = "none";

    @Parameter(
            label = "Warm-up (iterations)",
            description = "The rate rises from 0 over so many iterations.",
            min = "0",
            style = LEARNING,
            persist = false)
    private int warmup;

    @Parameter(
            label = "Momentum of SGD",
            description = "0.99 in the paper.",
            min = "0",
            max = "0.999999",
            style = LEARNING,
            persist = false)
    private double momentum = 0.99;

    @Parameter(
            label = "Weight averaging (0 = none)",
            description = "Such as 0.998: a moving average of the weights becomes the model.",
            min = "0",
            max = "0.999999",
            style = LEARNING,
            persist = false)
    private double average;

    @Parameter(
            label = "Normalize over",
            description =
                    "Mean 0 and deviation 1 over the stack, or over each slice; or the range of the"
                            + " training images, for absolute intensities.",
            choices = {"stack", "slice", "range"},
            attrs = @Attr(name = ChoiceWords.WORDS, value = ChoiceWords.NORMALIZE),
            style = "group:Labels and weights",
            persist = false)
    private String normalize = "stack";

    @Parameter(
            label = "Validation slices (0 = none)",
            description = "Held-out slices: a fraction such as 0.1, or slices such as 19-20.",
            style = WATCHING,
            persist = false)
    private String validation = "0";

    @Parameter(
            label = "Validate every (iterations)",
            description = "Iterations between two looks at the held-out slices.",
            min = "1",
            style = WATCHING,
            persist = false)
    private int every = 100;

    @Parameter(
            label = "Patience (validations, 0 = to the end)",
            description = "Ends the training after so many validations without a smaller loss.",
            min = "0",
            style = WATCHING,
            persist = false)
    private int patience;

    @Parameter(
            label = "Tune on the held-out slices",
            description =
                    "At the end: the thresholds and the splitting of objects that fit the held-out slices best are"
                            + " stored in the model, and used for its classes and objects.",
            style = WATCHING,
            persist = false)
    private boolean tune = true;

    @Parameter(
            label = "Device",
            description = "auto (a GPU if one works), cpu, gpu0, gpu1, ..",
            style = DEVICE,
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "Precision",
            description =
                    "Automatic: 16 bits on a GPU, 32 bits on the processor; 16 bits are twice as fast on"
                            + " processors with AMX.",
            choices = {"auto", "float32", "bfloat16"},
            attrs = @Attr(name = ChoiceWords.WORDS, value = ChoiceWords.PRECISION),
            style = DEVICE,
            persist = false)
    private String precision = "auto";

    /** Settings with all that stands here and above; the rest has its defaults. */
    final TrainingSettings.Builder learning() {
        final ComputeDevice place = ComputeDevice.of(device);
        return settings()
                .optNormalization(Normalization.of(normalize))
                .optFeatures(features)
                .optOptimizer(TrainingSettings.OptimizerKind.of(optimizer))
                .optRate(rate)
                .optMomentum(momentum)
                .optSchedule(Schedule.of(schedule))
                .optWarmup(warmup)
                .optPatience(patience)
                .optAverage(average)
                .optFreeze(freeze)
                .optDropout(dropout)
                .optValidation(validation)
                .optEvery(every)
                .optDevice(place)
                .optPrecision(place.precision(precision));
    }

    /** The model file to go on from. */
    final Optional<Path> start() {
        return Optional.ofNullable(start).map(File::toPath);
    }

    /** Whether to tune thresholds and splitting at the end. */
    final boolean isToTune() {
        return tune;
    }

    /** Which device is used, and why. */
    final String deviceSentence() {
        return DeviceChoice.of(device).sentence();
    }

    /** Takes what a preset says of network and learning. */
    void use(final TrainingPreset chosen) {
        features = chosen.features();
        optimizer = chosen.optimizer();
        rate = chosen.rate();
        schedule = chosen.schedule();
        warmup = chosen.warmup();
    }
}
