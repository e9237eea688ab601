package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.ImageFiles;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments image files, slice by slice from disk to disk, with a model that is loaded once. */
@Plugin(type = Command.class, label = "U-Net Segment Files...")
public final class SegmentFilesCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter private LogService log;

    @Parameter(
            label = "Input (file or folder)",
            description = "An image file, or a folder whose image files are all segmented.",
            style = "both",
            persist = false)
    private File input;

    @Parameter(
            label = "Model",
            description = "A model file (.zip) that U-Net Train wrote.",
            style = "open",
            persist = false)
    private File model;

    @Parameter(
            label = "Output folder",
            description = "Receives one TIFF for each input, named <input>-<output>.tif.",
            style = "directory",
            persist = false)
    private File into;

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
    private String summary;

    @Override
    public void run() {
        final OutputKind kind = OutputKind.of(output);
        final List<Path> files = ImageFiles.list(input.toPath());
        final UNetModel loaded = ModelPackage.read(model.toPath());
        final ComputeDevice place = ComputeDevice.of(device);
        final Map<Path, Path> targets =
                ImageFiles.targets(files, into.toPath(), "-" + kind.key() + ".tif");
        final List<String> failures = new ArrayList<>();
        try (Segmenter segmenter =
                Segmenter.of(loaded, place, Precision.of(precision, place), TileSize.of(tile))) {
            for (final Path file : files) {
                try {
                    segment(file, targets.get(file), segmenter, loaded, kind);
                } catch (final CancelledException e) {
                    throw e;
                } catch (final UNetException e) {
                    log.error(file + ": " + e.getMessage());
                    failures.add(e.getMessage());
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new UNetException(
                    files.size() == 1
                            ? failures.get(0)
                            : String.format(
                                    "%d of %d files failed (the log has all of them); the first: %s",
                                    failures.size(), files.size(), failures.get(0)));
        }
        summary = String.format("Segmented %d file(s) into %s.", files.size(), into);
    }

    private void segment(
            final Path file,
            final Path target,
            final Segmenter segmenter,
            final UNetModel loaded,
            final OutputKind kind) {
        final Progress progress = CommandProgress.of(status, this);
        final ImagePlus image = ImageFiles.open(file);
        final ImagePlus result =
                ResultImage.streamed(
                        segmenter.segment(ImagePlusSlices.of(image), progress).planes(kind),
                        image,
                        ImageFiles.baseName(target),
                        kind == OutputKind.PROBABILITIES ? loaded.classes() : List.of());
        ImageFiles.writeTiff(result, target);
    }
}
