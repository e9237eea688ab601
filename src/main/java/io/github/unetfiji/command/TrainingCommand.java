package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.AtomicFile;
import io.github.unetfiji.Progress;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.intensity.Normalization;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.training.AnnotatedImage;
import io.github.unetfiji.training.LabelKind;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingSettings;
import io.github.unetfiji.ui.HistoryPlot;
import io.github.unetfiji.ui.HistoryTable;
import io.github.unetfiji.weights.WeightMapSettings;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/** What the training commands share: all settings but the data. */
abstract class TrainingCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Model file to write",
            description = "Receives the model (.zip).",
            style = "save",
            persist = false)
    private File model;

    @Parameter(label = "Iterations", min = "1", persist = false)
    private int iterations = 1000;

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same model on the same machine.",
            persist = false)
    private long seed = 1;

    @Parameter(
            label = "Kind of labels",
            description =
                    "instances: 0 is background, every other value a cell. classes: the value is the"
                            + " class.",
            choices = {"instances", "classes"},
            persist = false)
    private String kind = "instances";

    @Parameter(
            label = "Normalize over",
            description =
                    "stack: mean 0 and deviation 1 over the stack. slice: over each slice. range:"
                            + " the training images' range, for absolute intensities.",
            choices = {"stack", "slice", "range"},
            persist = false)
    private String normalize = "stack";

    @Parameter(
            label = "Features at full resolution",
            description = "64 in the paper; 16 or 32 train much faster.",
            min = "1",
            max = "1024",
            persist = false)
    private int features = 64;

    @Parameter(
            label = "Depth (max poolings)",
            description = "4 in the paper.",
            min = "1",
            max = "8",
            persist = false)
    private int depth = 4;

    @Parameter(
            label = "Patch (px, 0 = planned)",
            description = "Side of what the network sees at a time: 16k+12 px at depth 4.",
            min = "0",
            persist = false)
    private int patch;

    @Parameter(label = "Dropout", min = "0", max = "0.99", persist = false)
    private double dropout = 0.5;

    @Parameter(
            label = "Optimizer",
            choices = {"adam", "sgd"},
            persist = false)
    private String optimizer = "adam";

    @Parameter(label = "Learning rate", persist = false)
    private double rate = 3e-4;

    @Parameter(label = "Momentum (of sgd)", min = "0", max = "0.999999", persist = false)
    private double momentum = 0.99;

    @Parameter(
            label = "Balance of the classes (0..1)",
            description = "1: every class counts the same; 0: every pixel counts the same.",
            min = "0",
            max = "1",
            persist = false)
    private double balance = 1;

    @Parameter(
            label = "Border weight w0",
            description = "Weight of the narrow background between two cells (eq. 2); 0 = none.",
            min = "0",
            persist = false)
    private double border = 10;

    @Parameter(
            label = "Border width sigma (px)",
            description = "How far from two cells the border weight reaches (eq. 2).",
            persist = false)
    private double sigma = 5;

    @Parameter(
            label = "Deformation (sd, px)",
            description = "Random displacement on a coarse 3x3 grid; 10 px in the paper, 0 = none.",
            min = "0",
            persist = false)
    private double deformation = 10;

    @Parameter(label = "Largest rotation (degrees)", min = "0", max = "180", persist = false)
    private double rotation = 180;

    @Parameter(
            label = "Gray-value variation (0 = none)",
            description =
                    "Random contrast (1: up to 1.25 times), brightness and gamma-like curves.",
            min = "0",
            max = "4",
            persist = false)
    private double intensity = 0.25;

    @Parameter(label = "Flip at random", persist = false)
    private boolean flip = true;

    @Parameter(
            label = "Validation slices (0 = none)",
            description =
                    "Held-out slices: a fraction such as 0.1, or slices such as 19-20; 0 = none.",
            persist = false)
    private String validation = "0";

    @Parameter(label = "Validate every (iterations)", min = "1", persist = false)
    private int every = 100;

    @Parameter(
            label = "Device",
            description = "auto (a GPU if one works), cpu, gpu0, gpu1, ..",
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "Precision",
            description = "auto: bfloat16 on a GPU, float32 on the processor.",
            choices = {"auto", "float32", "bfloat16"},
            persist = false)
    private String precision = "auto";

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus plot;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable history;

    /** What to learn from. */
    abstract List<AnnotatedImage> data();

    @Override
    public final void run() {
        final TrainingSettings settings = settings();
        final Path file = model.toPath();
        AtomicFile.checkWritable(file);
        final String name = ImageFiles.baseName(file);
        final Progress progress = CommandProgress.of(status, this);
        final Training.Result result =
                Training.run(name, data(), settings, new TrainingLog(), progress);
        ModelPackage.write(result.model(), file);
        history = HistoryTable.of(result.history());
        plot = HistoryPlot.of(name + "-history", result.history());
    }

    private TrainingSettings settings() {
        final ComputeDevice place = ComputeDevice.of(device);
        return TrainingSettings.builder()
                .optKind(LabelKind.of(kind))
                .optNormalization(Normalization.of(normalize))
                .optFeatures(features)
                .optDepth(depth)
                .optIterations(iterations)
                .optPatch(patch)
                .optOptimizer(TrainingSettings.OptimizerKind.of(optimizer))
                .optRate(rate)
                .optMomentum(momentum)
                .optBalance(balance)
                .optWeightMap(WeightMapSettings.builder().optBorder(border).optSigma(sigma).build())
                .optAugmentation(augmentation())
                .optDropout(dropout)
                .optValidation(validation)
                .optEvery(every)
                .optSeed(seed)
                .optDevice(place)
                .optPrecision(Precision.of(precision, place))
                .build();
    }

    private AugmentationSettings augmentation() {
        return AugmentationSettings.builder()
                .optDeformation(deformation)
                .optRotation(rotation)
                .optFlip(flip)
                .optIntensity(intensity)
                .build();
    }
}
