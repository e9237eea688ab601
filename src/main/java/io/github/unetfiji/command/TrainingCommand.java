package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.AtomicFile;
import io.github.unetfiji.Progress;
import io.github.unetfiji.Questioning;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.DeviceChoice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.training.AnnotatedImage;
import io.github.unetfiji.training.AugmentationPreview;
import io.github.unetfiji.training.Schedule;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingListener;
import io.github.unetfiji.training.TrainingSettings;
import io.github.unetfiji.ui.HistoryPlot;
import io.github.unetfiji.ui.HistoryTable;
import io.github.unetfiji.ui.PreviewWindow;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.widget.Button;

/** What the training commands share: all settings but the data. */
abstract class TrainingCommand extends AugmentingCommand implements Previewable, Questioning {

    /** Patches in the preview. */
    private static final int SAMPLES = 6;

    private static final String NETWORK = "group:Network";
    private static final String LEARNING = "group:Learning";
    private static final String WATCHING = "group:Validation";
    private static final String DEVICE = "group:Device";
    private static final String AGAIN = "group:Reproducing and resuming";

    @Parameter private StatusService status;

    @Parameter(
            label = "Model file to write",
            description =
                    "Receives the model (.zip): the best so far again and again while it is trained.",
            style = "save,model",
            persist = false)
    private File model;

    @Parameter(
            label = "Preset",
            description =
                    "Sets network and learning: a look within 10 minutes, a good model, or the paper's on a GPU.",
            choices = {"defaults", "quick look", "standard", "the paper's"},
            attrs = @Attr(name = ChoiceWords.WORDS, value = ChoiceWords.PRESET),
            visibility = ItemVisibility.TRANSIENT,
            initializer = "firstPreset",
            callback = "presetChanged",
            persist = false)
    private String preset = "defaults";

    @Parameter(
            label = "Iterations",
            description = "How long: one patch each.",
            min = "1",
            persist = false)
    private int iterations = 1000;

    @Parameter(
            label = "Minutes at most (0 = all iterations)",
            description =
                    "Ends the training after that time, with the best so far; resuming goes on.",
            min = "0",
            persist = false)
    private double minutes;

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

    @Parameter(
            label = "Resume an interrupted training",
            description =
                    "Goes on from the state beside the model file, if there is one, just as if it had"
                            + " not been interrupted; a finished training is not trained again.",
            style = AGAIN,
            persist = false)
    private boolean resume;

    @Parameter(
            label = "Replace the model file",
            description = "Gives up the model that is there, if there is one.",
            style = AGAIN,
            persist = false)
    private boolean overwrite;

    @Parameter(
            label = "Note",
            description =
                    "Goes into the model: where the data are from, their licence, whom to cite.",
            required = false,
            style = AGAIN,
            persist = false)
    private String note = "";

    @Parameter(
            label = "Needs",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String needs = "Memory and time are being estimated ...";

    @Parameter(
            label = "Preview patches",
            description =
                    "Shows augmented patches with the outlines of the classes and their weights, as"
                            + " they will be trained; follows all changes.",
            callback = "showPatches",
            required = false,
            persist = false)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private Button patches;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus plot;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable history;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    private final TrainingForecast forecast = new TrainingForecast();
    private final PreviewWindow window = new PreviewWindow();

    /** What to learn from. */
    abstract List<AnnotatedImage> data();

    /** An image like those to learn from, as far as it is known while the dialog is open. */
    abstract Optional<ImagePlus> example();

    @Override
    final void execute() {
        window.close();
        final TrainingSettings settings = trainingSettings();
        final Path file = model.toPath();
        AtomicFile.checkWritable(file);
        final boolean replaces =
                ReplacedModel.isGivenUp(
                        file, start == null ? null : start.toPath(), overwrite, resume);
        final String name = ImageFiles.baseName(file);
        IJ.log(DeviceChoice.of(device).sentence());
        final Training training =
                Training.of(name, data(), settings)
                        .optModelFile(file)
                        .optResume(resume)
                        .optOverwrite(replaces)
                        .optTune(tune)
                        .optMacro(MacroLine.of(this))
                        .optNote(note == null ? "" : note)
                        .optStart(start == null ? null : ModelPackage.read(start.toPath()));
        final Training.Result result =
                WatchedTraining.run(training, file, CommandProgress.of(status, this));
        summary = TrainedModelWords.of(file, result);
        history = HistoryTable.of(result.history());
        plot = HistoryPlot.of(name + "-history", result.history(), result.model().classes());
    }

    private TrainingSettings trainingSettings() {
        final ComputeDevice place = ComputeDevice.of(device);
        return settings()
                .optNormalization(Normalization.of(normalize))
                .optFeatures(features)
                .optIterations(iterations)
                .optOptimizer(TrainingSettings.OptimizerKind.of(optimizer))
                .optRate(rate)
                .optMomentum(momentum)
                .optSchedule(Schedule.of(schedule))
                .optWarmup(warmup)
                .optPatience(patience)
                .optMinutes(minutes)
                .optAverage(average)
                .optFreeze(freeze)
                .optDropout(dropout)
                .optValidation(validation)
                .optEvery(every)
                .optDevice(place)
                .optPrecision(Precision.of(precision, place))
                .build();
    }

    /** Called by the dialog after every change. */
    @Override
    public final void preview() {
        needs = forecast.of(trainingSettings(), example(), start);
        if (window.isOpen()) {
            showPatches();
        }
    }

    /** Called by the dialog, and by the preview if it is open. */
    private void showPatches() {
        window.show(
                SamplesPicture.of(
                        AugmentationPreview.of(
                                data().get(0),
                                trainingSettings(),
                                SAMPLES,
                                0,
                                TrainingListener.NONE,
                                Progress.NONE),
                        "Preview of patches"));
    }

    @Override
    public final Optional<Question> question(final Map<String, String> texts) {
        return ReplacedModel.question(texts);
    }

    /** Called by the dialog when the user gives up. */
    @Override
    public final void cancel() {
        window.close();
    }

    /** Called before the dialog opens. NB: only the dialog has a preset; a macro has the values that it names, or the defaults. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void firstPreset() {
        preset = TrainingPreset.QUICK.label();
    }

    /** Called by the dialog. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void presetChanged() {
        TrainingPreset.of(preset).ifPresent(this::use);
    }

    private void use(final TrainingPreset chosen) {
        features = chosen.features();
        iterations = chosen.iterations();
        minutes = chosen.minutes();
        optimizer = chosen.optimizer();
        rate = chosen.rate();
        schedule = chosen.schedule();
        warmup = chosen.warmup();
    }
}
