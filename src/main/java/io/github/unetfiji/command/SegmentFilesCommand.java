package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.segment.Segmenter;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments image files, slice by slice from disk to disk, with a model that is loaded once. */
@Plugin(type = Command.class, label = "U-Net Segment Files...")
public final class SegmentFilesCommand extends SegmentationCommand {

    @Parameter private LogService log;

    @Parameter(
            label = "Input (file or folder)",
            description = "An image file, or a folder whose image files are all segmented.",
            style = "both",
            persist = false)
    private File input;

    @Parameter(
            label = "Output folder",
            description = "Receives one TIFF for each input, named <input>-<output>.tif.",
            style = "directory",
            persist = false)
    private File into;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    @Override
    public void run() {
        final List<Path> files = ImageFiles.list(input.toPath());
        final Map<Path, Path> targets =
                ImageFiles.targets(files, into.toPath(), "-" + kind().key() + ".tif");
        final List<String> failures = new ArrayList<>();
        try (Segmenter segmenter = open()) {
            for (final Path file : files) {
                try {
                    segment(file, targets.get(file), segmenter);
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

    private void segment(final Path file, final Path target, final Segmenter segmenter) {
        final ImagePlus image = ImageFiles.open(file);
        final ImagePlus result =
                ResultImage.streamed(
                        planes(segmenter, view(image, Optional.empty())),
                        image,
                        ImageFiles.baseName(target),
                        channelNames());
        ImageFiles.writeTiff(result, target);
    }
}
