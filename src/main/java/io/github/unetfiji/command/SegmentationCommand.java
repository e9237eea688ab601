package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.image.PlaneSource;
import io.github.unetfiji.image.Selection;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.DeviceChoice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.TileSize;
import io.github.unetfiji.segment.View;
import java.io.File;
import java.util.List;
import java.util.Optional;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/** What the segmenting commands share: the model, how it runs, and what it gives. */
abstract class SegmentationCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Model",
            description = "A model file (.zip) that U-Net Train wrote.",
            style = "open",
            persist = false)
    private File model;

    @Parameter(
            label = "Output",
            description = "Probabilities: one 32-bit channel a class. Classes: an 8-bit label map.",
            choices = {"probabilities", "classes"},
            persist = false)
    private String output = "probabilities";

    @Parameter(
            label = "Tile size (px, 0 = planned)",
            description =
                    "Side of the tiles that the network sees. Smaller tiles need less memory.",
            min = "0",
            persist = false)
    private int tile;

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

    @Parameter(
            label = "Scale to the model's pixel size",
            description =
                    "auto: the image is resampled to the pixel size that the model was trained with, where"
                            + " both have one, and the result brought back. off: pixels as they are.",
            choices = {"auto", "off"},
            persist = false)
    private String scale = "auto";

    private UNetModel loaded;

    /** What the result is. */
    final OutputKind kind() {
        return OutputKind.of(output);
    }

    /** Reads the model and loads it on the device. */
    final Segmenter open() {
        loaded = ModelPackage.read(model.toPath());
        final DeviceChoice choice = DeviceChoice.of(device);
        IJ.log(choice.sentence());
        return Segmenter.of(
                loaded,
                choice.device(),
                Precision.of(precision, choice.device()),
                TileSize.of(tile));
    }

    /**
     * What the network is to see of an image; says so in the log if it is not the image as it is. After {@link #open}.
     *
     * @param selection the part to segment, or nothing for all
     */
    final View view(final ImagePlus image, final Optional<Selection> selection) {
        final SliceSource slices = ImagePlusSlices.of(image, loaded.architecture().channels());
        final Magnification magnification = Magnification.of(scale, slices, loaded);
        if (!magnification.isNone()) {
            IJ.log(magnification.sentence(slices, loaded));
        }
        return new View(slices, magnification, selection);
    }

    /** The result for an image, computed plane by plane when it is asked for. */
    final PlaneSource planes(final Segmenter segmenter, final View view) {
        return segmenter.segment(view, CommandProgress.of(status, this)).planes(kind());
    }

    /** Names of the result's channels; none where there is but one. */
    final List<String> channelNames() {
        return kind() == OutputKind.PROBABILITIES ? loaded.classes() : List.of();
    }
}
