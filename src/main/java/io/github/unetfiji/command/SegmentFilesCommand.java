package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.batch.Comparison;
import io.github.unetfiji.batch.ComparisonResult;
import io.github.unetfiji.batch.EvaluatedImages;
import io.github.unetfiji.batch.FileResult;
import io.github.unetfiji.batch.FirstImage;
import io.github.unetfiji.batch.FolderRun;
import io.github.unetfiji.batch.ResultIdentity;
import io.github.unetfiji.batch.ResultTruths;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.report.ScoreTable;
import io.github.unetfiji.segment.SegmentationOptions;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments image files, slice by slice from disk to disk, with a model that is loaded once. */
@Plugin(
        type = Command.class,
        label = "U-Net Segment Files...",
        description =
                "Segments image files from disk to disk, whatever their size, with one " + "model.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Choose a folder of images, an output folder and a model, and press OK: a "
                                    + "label map, outlines and a table for each image."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Segment Files...\", \"input=stacks into=results "
                                    + "model=cells.zip output=instances rois measure\");")
        })
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

    @Parameter(
            label = "Leave out files that are done",
            description =
                    "Goes on where an earlier run ended: files whose result of this model with these"
                            + " settings is in the output folder are not segmented again.",
            persist = false)
    private boolean resume;

    @Parameter(
            label = "Outlines of the objects",
            description = "Writes a ROI set <input>-rois.zip beside each result.",
            style = OBJECTS,
            attrs = @Attr(name = InputDeclaration.PROPOSED, value = "true"),
            persist = false)
    private boolean rois;

    @Parameter(
            label = "Measure objects",
            description =
                    "Writes a table <input>-objects.csv of areas and centroids beside each result.",
            style = OBJECTS,
            attrs = @Attr(name = InputDeclaration.PROPOSED, value = "true"),
            persist = false)
    private boolean measure;

    @Parameter(
            label = "Truth (file or folder)",
            description =
                    "Label images, as many as inputs, in the same order of names: all results are compared"
                            + " with them, as U-Net Evaluate Files does.",
            style = "both,group:Comparing with a truth",
            required = false,
            persist = false)
    private File truth;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable scores;

    private final FirstImage first = new FirstImage();

    @Override
    void execute() {
        checkAveraging();
        final FileResult written = new FileResult(kind(), rois, measure);
        final Map<Path, Path> targets =
                ImageFiles.targets(
                        FolderRun.inputs(input.toPath(), into.toPath()),
                        into.toPath(),
                        written.ending());
        final Optional<EvaluatedImages> results =
                Optional.ofNullable(truth).map(truths -> results(truths.toPath(), targets));
        final FolderRun work = new FolderRun(into.toPath(), targets, identity(), written);
        final List<Path> files = resume ? work.unfinished() : List.copyOf(targets.keySet());
        summary = segment(work, files);
        results.ifPresent(this::compare);
    }

    private EvaluatedImages results(final Path truths, final Map<Path, Path> targets) {
        return ResultTruths.of(
                input.toPath(), truths, into.toPath(), targets, kind(), this::readModel);
    }

    private void compare(final EvaluatedImages results) {
        final ComparisonResult findings =
                Comparison.allOf(PredictionKind.of(kind().key()))
                        .compare(results, progress(), IJ::log);
        scores = ScoreTable.with(findings.rows());
        summary += "\n" + findings.summary();
    }

    private String segment(final FolderRun work, final List<Path> files) {
        try {
            final SegmentationOptions options = options();
            return work.run(files, () -> segmenter(options), progress(), new LoggedFailures(log));
        } catch (final CancelledException e) {
            throw new CancelledException(work.stoppedSentence(files), e);
        }
    }

    /** NB: the pixels of a result depend neither on where it is nor on when it was made. */
    private ResultIdentity identity() {
        final Map<String, String> settings = MacroLine.options(this);
        settings.keySet()
                .removeAll(Set.of("input", "into", "resume", "truth", "model", "device", "trust"));
        settings.put("precision", options().computingPrecision().key());
        return ResultIdentity.of(model(), settings);
    }

    @Override
    void proposeOutlinesAndTable(final boolean objects) {
        rois = objects;
        measure = objects;
    }

    @Override
    Optional<ImagePlus> example() {
        return first.of(input);
    }
}
