package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.segment.Averaging;
import io.github.unetfiji.segment.OutputKind;
import java.io.File;
import java.util.Optional;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Previewable;
import org.scijava.plugin.Parameter;

/** What the segmenting commands share: the model, how it runs, and what it gives. */
abstract class SegmentationCommand extends UNetCommand implements Previewable {

    /** How classes and objects are made of probabilities. */
    static final String OBJECTS = "group:Classes and objects";

    private static final String DEVICE = "group:Device and memory";

    @Parameter private StatusService status;

    @Parameter(
            label = "Model",
            description = "A model file (.zip) that U-Net Train wrote.",
            style = "open",
            persist = false)
    private File model;

    @Parameter(
            label = "Output",
            description =
                    "Probabilities: one 32-bit channel a class. Classes: an 8-bit label map. Instances: a"
                            + " 16-bit label map of the objects. Uncertainty: how much the averaged"
                            + " versions differ.",
            choices = {"probabilities", "classes", "instances", "uncertainty"},
            persist = false)
    private String output = "probabilities";

    @Parameter(
            label = "Tile size (px, 0 = planned)",
            description =
                    "Side of the tiles that the network sees. Smaller tiles need less memory.",
            style = DEVICE,
            min = "0",
            persist = false)
    private int tile;

    @Parameter(
            label = "Device",
            description = "auto (a GPU if one works), cpu, gpu0, gpu1, ..",
            style = DEVICE,
            persist = false)
    private String device = "auto";

    @Parameter(
            label = "Precision",
            description = "auto: bfloat16 on a GPU, float32 on the processor.",
            style = DEVICE,
            choices = {"auto", "float32", "bfloat16"},
            persist = false)
    private String precision = "auto";

    @Parameter(
            label = "Average over",
            description =
                    "none; rotations: 4 turned versions of each slice; dihedral: these and their mirror"
                            + " images. The mean of the probabilities, 4 or 8 times the time.",
            choices = {"none", "rotations", "dihedral"},
            persist = false)
    private String averaging = "none";

    @Parameter(
            label = "Scale to the model's pixel size",
            description =
                    "auto: the image is resampled to the pixel size that the model was trained with, where"
                            + " both have one, and the result brought back. off: pixels as they are.",
            choices = {"auto", "off"},
            persist = false)
    private String scale = "auto";

    @Parameter(
            label = "Threshold (0 = the model's)",
            description =
                    "Classes and instances: what is not background with a larger probability, 0..1. 0: what"
                            + " the model was tuned to, or else the most probable class.",
            style = OBJECTS,
            min = "0",
            max = "1",
            persist = false)
    private double threshold;

    @Parameter(
            label = "Split touching objects",
            description =
                    "auto: as the model was tuned, or else none; watershed: at their necks, seeded by the"
                            + " distance to the border.",
            style = OBJECTS,
            choices = {"auto", "none", "watershed"},
            persist = false)
    private String split = "auto";

    @Parameter(
            label = "Depth of a neck (px, 0 = the model's)",
            description =
                    "Watershed: how much deeper than the neck between them both parts must be. Larger: fewer"
                            + " parts. 0: what the model was tuned to, or else 1.",
            style = OBJECTS,
            min = "0",
            persist = false)
    private double height;

    @Parameter(
            label = "Smallest object (px, 0 = the model's)",
            description =
                    "Objects with fewer pixels in a slice are left out. 0: what the model was tuned to, or"
                            + " else all stay; 1: all stay.",
            style = OBJECTS,
            min = "0",
            persist = false)
    private int smallest;

    @Parameter(
            label = "Link through slices",
            description =
                    "An object keeps its id from slice to slice where it overlaps most with itself; without"
                            + " it, ids count from 1 in every slice.",
            style = OBJECTS,
            persist = false)
    private boolean link;

    @Parameter(
            label = "Plan",
            visibility = ItemVisibility.MESSAGE,
            required = false,
            persist = false)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String plan = "";

    private final SegmentationForecast forecast = new SegmentationForecast();

    /** An image like those to segment, as far as it is known while the dialog is open. */
    abstract Optional<ImagePlus> example();

    /** What the result is. */
    final OutputKind kind() {
        return OutputKind.of(output);
    }

    /**
     * What is asked for.
     *
     * @throws UNetException if it does not fit together
     */
    final RequestedResult requested() {
        final OutputKind kind = kind();
        if (kind == OutputKind.UNCERTAINTY) {
            Averaging.of(averaging).checkUncertainty();
        }
        return new RequestedResult(kind, new ObjectKeys(threshold, split, height, smallest, link));
    }

    /** Which model runs, and how. */
    final ModelKeys keys() {
        return new ModelKeys(model.toPath(), tile, device, precision, averaging, scale);
    }

    /** Where to say how far it is; cancelled by Esc, or with the command. */
    final Progress progress() {
        return CommandProgress.of(status, this);
    }

    /** Called by the dialog after every change. */
    @Override
    public final void preview() {
        final Optional<ImagePlus> image = example();
        plan =
                image.isEmpty() || model == null || !model.isFile()
                        ? "Choose an image and a model."
                        : forecast.of(
                                model,
                                ComputeDevice.of(device),
                                keys().computing(),
                                tile,
                                scale,
                                image.get());
    }

    /** Called by the dialog when the user gives up. */
    @Override
    public final void cancel() {
        plan = "";
    }
}
