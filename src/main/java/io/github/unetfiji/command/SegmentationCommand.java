package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.batch.ImageSegmenter;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationKeys;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.ui.SegmentationForecast;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Previewable;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** The inputs that the segmenting commands share: the model, the options of the segmentation, and the output. */
@SuppressWarnings("unused") // NB: the fields are read by their names.
abstract class SegmentationCommand extends UNetCommand implements Previewable {

    /** How classes and objects are made of probabilities. */
    static final String OBJECTS = "group:Classes and objects";

    private static final String DEVICE = "group:Device and memory";

    @Parameter private StatusService status;

    @Parameter(
            label = "Model",
            description =
                    "A model file (.zip) that U-Net Train wrote, or a BioImage.IO package of another program:"
                            + " a zip, or the folder that it was unpacked to.",
            style = "open,model",
            persist = false)
    private File model;

    @Parameter(
            label = "Result",
            description =
                    "Objects: a label map in which every object has its own value. Classes: a label map"
                            + " of the classes. Probabilities: one 32-bit channel a class. Uncertainty:"
                            + " how much the averaged versions differ.",
            attrs = @Attr(name = InputDeclaration.PROPOSED, value = "instances"),
            callback = "outputChanged",
            persist = false)
    private String output = OutputKind.SETTING.initialWord();

    @Parameter(
            label = "Average over",
            description =
                    "The mean of the probabilities over turned versions of each slice, or over these and"
                            + " their mirror images; 4 or 8 times the time.",
            persist = false)
    private String averaging = SegmentationKeys.AVERAGING.initialWord();

    @Parameter(
            label = "Scale to the model's pixels",
            description =
                    "Where image and model have a pixel size, the image is resampled to that which the"
                            + " model was trained with, and the result brought back; otherwise pixels"
                            + " are taken as they are.",
            persist = false)
    private String scale = SegmentationKeys.SCALE.initialWord();

    @Parameter(
            label = "Threshold (0 = the model's)",
            description =
                    "Classes and objects: what is not background with a larger probability, 0..1. 0: what"
                            + " the model was tuned to, or else the most probable class.",
            style = OBJECTS,
            persist = false)
    private double threshold = SegmentationKeys.THRESHOLD.initial();

    @Parameter(
            label = "Split touching objects",
            description =
                    "As the model was tuned, or else not; by a watershed at their necks, seeded by the"
                            + " distance to the border; or not.",
            style = OBJECTS,
            persist = false)
    private String split = SegmentationKeys.SPLIT.initial();

    @Parameter(
            label = "Keep parts together below (px, 0 = the model's)",
            description =
                    "When objects are split at their necks: a part that is not this much thicker than the"
                            + " neck (half its width) stays with its neighbour. Larger: fewer parts. 0:"
                            + " what the model was tuned to, or else 1.",
            style = OBJECTS,
            persist = false)
    private double height = SegmentationKeys.HEIGHT.initial();

    @Parameter(
            label = "Smallest object (px, 0 = the model's)",
            description =
                    "Objects with fewer pixels in a slice are left out. 0: what the model was tuned to, or"
                            + " else all stay; 1: all stay.",
            style = OBJECTS,
            persist = false)
    private int smallest = SegmentationKeys.SMALLEST.initial();

    @Parameter(
            label = "Link through slices",
            description =
                    "An object keeps its id from slice to slice where it overlaps most with itself; without"
                            + " it, ids count from 1 in every slice.",
            style = OBJECTS,
            persist = false)
    private boolean link = SegmentationKeys.LINK.initial();

    @Parameter(
            label = "Tile size (px, 0 = planned)",
            description =
                    "Side of the tiles that the network sees. Smaller tiles need less memory.",
            style = DEVICE,
            persist = false)
    private int tile = SegmentationKeys.TILE.initial();

    @Parameter(
            label = "Device",
            description = "auto (a GPU if one works), cpu, gpu0, gpu1, ..",
            style = DEVICE,
            persist = false)
    private String device = ComputeDevice.SETTING.initial();

    @Parameter(
            label = "Precision",
            description = "Automatic: 16 bits on a GPU, 32 bits on the processor.",
            style = DEVICE,
            persist = false)
    private String precision = Precision.SETTING.initial();

    @Parameter(
            label = "Trust a model that fails its test",
            description =
                    "Uses a package of another program although its program does not give the test output"
                            + " that the package contains. It never lets a program do more than compute.",
            style = DEVICE,
            persist = false)
    private boolean trust = SegmentationKeys.TRUST.initial();

    @Parameter(
            label = "Plan",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false)
    private String plan = "";

    private final SegmentationForecast forecast = new SegmentationForecast();

    /** An image like those to segment, as far as it is known while the dialog is open. */
    abstract Optional<ImagePlus> example();

    /** Switches outlines and measurements in the dialog on for objects, and off for other outputs, which have none. */
    abstract void proposeOutlinesAndTable(boolean objects);

    /** Called by the dialog. */
    private void outputChanged() {
        proposeOutlinesAndTable(kind() == OutputKind.INSTANCES);
    }

    @Override
    List<Setting<?>> declared() {
        return with(SegmentationKeys.ALL, OutputKind.SETTING);
    }

    /** What the result is. */
    final OutputKind kind() {
        return OutputKind.of(output);
    }

    /**
     * Checks that the averaging gives what the result is made of.
     *
     * @throws UNetException if the uncertainty is asked for without averaging
     */
    final void checkAveraging() {
        if (kind() == OutputKind.UNCERTAINTY) {
            SegmentationKeys.AVERAGING.read(averaging).checkUncertainty();
        }
    }

    /** The file of the model. */
    final Path model() {
        return model.toPath();
    }

    /**
     * Reads the model; the log tells whether a package of another program reproduces its test output.
     *
     * @throws UNetException if it cannot be used
     */
    final SegmentationModel readModel() {
        return ModelFile.of(model())
                .optTrust(trust)
                .optProgress(progress())
                .optMessages(IJ::log)
                .read();
    }

    /**
     * Loads the model on the device of the options.
     *
     * @throws UNetException if it cannot be used
     */
    final ImageSegmenter segmenter(final SegmentationOptions options) {
        return ImageSegmenter.open(readModel(), options, progress());
    }

    /**
     * How images are segmented; 0 and auto are not given.
     *
     * @throws UNetException if a value is none of those allowed
     */
    final SegmentationOptions options() {
        return SegmentationOptions.builder().with(values()).build();
    }

    /** Where to say how far it is; cancelled by Esc, or with the command. */
    final Progress progress() {
        return CommandProgress.of(status, this);
    }

    /** Called by the dialog after every change. */
    @Override
    public final void preview() {
        final Optional<ImagePlus> image = example();
        if (image.isEmpty() || model == null || !model.exists()) {
            plan = "Choose an image and a model.";
        } else {
            plan = forecast.of(model, options(), image.get());
            forecast.checkOutput(model, kind());
        }
    }

    /** Called by the dialog when the user gives up. */
    @Override
    public final void cancel() {
        plan = "";
    }
}
