package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.TileSize;
import java.io.File;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments the active image with a trained model. */
@Plugin(type = Command.class, label = "U-Net Segment...")
public final class SegmentCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Image",
            description = "The image to segment: every slice and frame of it.",
            persist = false)
    private ImagePlus image;

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

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus result;

    @Override
    public void run() {
        final OutputKind kind = OutputKind.of(output);
        final UNetModel loaded = ModelPackage.read(model.toPath());
        final ComputeDevice place = ComputeDevice.of(device);
        final Progress progress = CommandProgress.of(status, this);
        final ImagePlusSlices slices = ImagePlusSlices.of(image);
        try (Segmenter segmenter =
                Segmenter.of(loaded, place, Precision.of(precision, place), TileSize.of(tile))) {
            result =
                    ResultImage.of(
                            segmenter.segment(slices, progress).planes(kind),
                            image,
                            image.getTitle() + "-" + kind.key(),
                            kind == OutputKind.PROBABILITIES ? loaded.classes() : List.of());
        }
    }
}
