package io.github.unetfiji.command;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceChoice;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.SegmentationKeys;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.plugin.Parameter;

/** The inputs that say how a network learns: its shape, the steps, the held-out slices, the device. */
@SuppressWarnings("unused") // NB: the fields are read by their names.
abstract class LearningCommand extends AugmentingCommand {

    private static final String NETWORK = "group:Network";
    private static final String LEARNING = "group:Learning";
    private static final String WATCHING = "group:Validation";
    private static final String DEVICE = "group:Device";

    @Parameter(
            label = "Features at full resolution",
            description = "64 in the paper; 16 or 32 train much faster.",
            style = NETWORK,
            persist = false)
    private int features = Architecture.FEATURES.initial();

    @Parameter(
            label = "Dropout",
            description = "Share of features dropped at the end of the contracting path.",
            style = NETWORK,
            persist = false)
    private double dropout = Architecture.DROPOUT.initial();

    @Parameter(
            label = "Model to start from",
            description =
                    "Goes on from this model (.zip); its depth and features are taken. Other classes"
                            + " or channels replace its last or first layer. Or from the package of another"
                            + " program, which stays one.",
            required = false,
            style = "open,model," + NETWORK,
            callback = "startChanged",
            persist = false)
    private File start;

    @Parameter(
            label = "Freeze its contracting path",
            description = "Trains only the expanding path of the model that is started from.",
            style = NETWORK,
            persist = false)
    private boolean freeze = TrainingKeys.FREEZE.initial();

    @Parameter(
            label = "Trust a model that fails its test",
            description =
                    "Goes on from a package of another program although its program does not give the test"
                            + " output that the package contains. It never lets a program do more than compute.",
            style = NETWORK,
            persist = false)
    private boolean trust = SegmentationKeys.TRUST.initial();

    @Parameter(
            label = "Optimizer",
            description = "Adam is the practical choice; the paper has SGD with momentum.",
            style = LEARNING,
            persist = false)
    private String optimizer = TrainingKeys.OPTIMIZER.initialWord();

    @Parameter(
            label = "Learning rate",
            description = "Size of a step; ten times smaller if the loss jumps or becomes NaN.",
            style = LEARNING,
            persist = false)
    private double rate = TrainingKeys.RATE.initial();

    @Parameter(
            label = "Schedule of the rate",
            description =
                    "None; cosine: falls to 0 towards the end; plateau: is halved when 5 validations"
                            + " bring no gain.",
            style = LEARNING,
            persist = false)
    private String schedule = TrainingKeys.SCHEDULE.initialWord();

    @Parameter(
            label = "Warm-up (iterations)",
            description = "The rate rises from 0 over so many iterations.",
            style = LEARNING,
            persist = false)
    private int warmup = TrainingKeys.WARMUP.initial();

    @Parameter(
            label = "Momentum of SGD",
            description = "0.99 in the paper.",
            style = LEARNING,
            persist = false)
    private double momentum = TrainingKeys.MOMENTUM.initial();

    @Parameter(
            label = "Weight averaging (0 = none)",
            description = "Such as 0.998: a moving average of the weights becomes the model.",
            style = LEARNING,
            persist = false)
    private double average = TrainingKeys.AVERAGE.initial();

    @Parameter(
            label = "Normalize over",
            description =
                    "Mean 0 and deviation 1 over the stack, or over each slice; or the range of the"
                            + " training images, for absolute intensities.",
            style = "group:Labels and weights",
            persist = false)
    private String normalize = TrainingKeys.NORMALIZE.initialWord();

    @Parameter(
            label = "Validation slices (0 = none)",
            description = "Held-out slices: a fraction such as 0.1, or slices such as 19-20.",
            style = WATCHING,
            persist = false)
    private String validation = TrainingKeys.VALIDATION.initial();

    @Parameter(
            label = "Validate every (iterations)",
            description = "Iterations between two looks at the held-out slices.",
            style = WATCHING,
            persist = false)
    private int every = TrainingKeys.EVERY.initial();

    @Parameter(
            label = "Patience (validations, 0 = to the end)",
            description = "Ends the training after so many validations without a smaller loss.",
            style = WATCHING,
            persist = false)
    private int patience = TrainingKeys.PATIENCE.initial();

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
    private String device = ComputeDevice.SETTING.initial();

    @Parameter(
            label = "Precision",
            description =
                    "Automatic: 16 bits on a GPU, 32 bits on the processor; 16 bits are twice as fast on"
                            + " processors with AMX.",
            style = DEVICE,
            persist = false)
    private String precision = Precision.SETTING.initial();

    @Override
    List<Setting<?>> declared() {
        return with(
                super.declared(), ComputeDevice.SETTING, Precision.SETTING, SegmentationKeys.TRUST);
    }

    /** The settings as they stand in the inputs. */
    final TrainingSettings trainingSettings() {
        final ComputeDevice place = ComputeDevice.of(device);
        return settings().optDevice(place).optPrecision(place.precision(precision)).build();
    }

    /** The model file to go on from. */
    final Optional<Path> start() {
        return Optional.ofNullable(start).map(File::toPath);
    }

    /** Whether that model may fail its own test. */
    final boolean isTrusted() {
        return trust;
    }

    /** Whether to tune thresholds and splitting at the end. */
    final boolean isToTune() {
        return tune;
    }

    /** Which device is used, and why. */
    final String deviceSentence() {
        return DeviceChoice.of(device).sentence();
    }
}
