package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.TemporaryFile;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ResultStamp;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.text.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Segments files one after the other, from disk to disk, with a model that is loaded once. A file that
 * cannot be segmented does not stop the others. One file is open at a time.
 *
 * <pre>
 * Path model = Path.of("cells.zip");
 * SegmentationOptions options = SegmentationOptions.builder().optAveraging(Averaging.ROTATIONS).build();
 * FolderRun run =
 *         FolderRun.of(
 *                 Path.of("stacks"),
 *                 Path.of("results"),
 *                 model,
 *                 options,
 *                 new FileResult(OutputKind.INSTANCES, true, true));
 * run.run(run.unfinished(), () -&gt; ImageSegmenter.open(model, options), Progress.NONE, FolderRun.SILENT);
 * </pre>
 */
public final class FolderRun {

    /** Learns of the files that cannot be segmented, when it happens. */
    @FunctionalInterface
    public interface FailureListener {

        /**
         * A file cannot be segmented, and the work goes on with the next one.
         *
         * @param failure a {@link UNetException} with a sentence for people, or an exception that nobody foresaw
         */
        void failed(Path file, RuntimeException failure);
    }

    /** Listens to nothing: {@link #run} throws at the end anyway. */
    public static final FailureListener SILENT = (file, failure) -> {};

    private final Path folder;
    private final Map<Path, Path> targets;
    private final ResultIdentity identity;
    private final FileResult result;
    private final List<String> failures = new ArrayList<>();
    private int finished;

    /**
     * @param folder that receives the results
     * @param targets where the result for each file goes, in the order of the work
     * @param identity stamped on every result
     * @param result the files that are written for an image
     */
    public FolderRun(
            final Path folder,
            final Map<Path, Path> targets,
            final ResultIdentity identity,
            final FileResult result) {
        this.folder = folder;
        this.targets = targets;
        this.identity = identity;
        this.result = result;
    }

    /**
     * A run over the image files of a folder, see {@link #inputs}, with results named {@code <input>-<kind>.tif}. A result of other
     * options or of another model counts as not finished; on which device it was computed does not matter.
     *
     * @param input a folder of images, or an image, see {@link #inputs}
     * @param into folder that receives the results
     * @param model file that segments them
     * @param options of the segmentation
     * @param result the files that are written for an image
     * @throws UNetException if there is no image, two results have one name, the model cannot be read, or no device is given and
     *     the engine cannot be loaded
     */
    public static FolderRun of(
            final Path input,
            final Path into,
            final Path model,
            final SegmentationOptions options,
            final FileResult result) {
        return new FolderRun(
                into,
                ImageFiles.targets(inputs(input, into), into, result.ending()),
                ResultIdentity.of(
                        model,
                        Map.of(
                                "options",
                                options.withoutDevice().toString(),
                                "result",
                                result.toString())),
                result);
    }

    /**
     * The image files to segment. If the results are written into the folder of the images, they are left out.
     *
     * @param input a folder of images, or an image
     * @param into folder that receives the results
     * @throws UNetException if there is no image
     */
    public static List<Path> inputs(final Path input, final Path into) {
        final List<Path> files = ImageFiles.list(input);
        return Files.isDirectory(input) && ImageFiles.isSame(input, into)
                ? ImageFiles.withoutResults(
                        files, Arrays.stream(OutputKind.values()).map(FileResult::ending).toList())
                : files;
    }

    /**
     * The files without a finished result of this model with these settings. Removes half-written results
     * that a killed run left.
     */
    public List<Path> unfinished() {
        TemporaryFile.removeLeftovers(
                folder,
                targets.values().stream()
                        .flatMap(target -> result.files(target).stream())
                        .map(file -> file.getFileName().toString())
                        .collect(Collectors.toSet()));
        return targets.keySet().stream().filter(file -> !isFinished(file)).toList();
    }

    /** NB: the image is written last, but whatever else there was may have been deleted. */
    private boolean isFinished(final Path file) {
        final Path target = targets.get(file);
        return result.files(target).stream().allMatch(Files::isRegularFile)
                && ResultStamp.isOn(target, identity.of(file));
    }

    /**
     * Segments files.
     *
     * @param files some of those of the targets
     * @param loading loads the model; only asked if there is a file
     * @param listener told of each file that fails
     * @return a sentence with the number of segmented files
     * @throws UNetException if one of them failed, after all the others are done
     */
    public String run(
            final List<Path> files,
            final Supplier<ImageSegmenter> loading,
            final Progress progress,
            final FailureListener listener) {
        final FolderProgress all = new FolderProgress(files, progress);
        if (!files.isEmpty()) {
            try (ImageSegmenter model = loading.get()) {
                // NB: fails if the model gives no such result, before any file is read.
                model.names(result.kind());
                model.tellTuning(result.kind());
                for (int i = 0; i < files.size(); i++) {
                    attempt(files.get(i), model, all.reading(i), all.of(i), listener);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new UNetException(
                    targets.size() == 1
                            ? failures.get(0)
                            : String.format(
                                    Locale.ROOT,
                                    "%d of %d files failed (the log has all of them); the first: %s",
                                    failures.size(),
                                    targets.size(),
                                    failures.get(0)));
        }
        final int skipped = targets.size() - files.size();
        return String.format(
                Locale.ROOT,
                "Segmented %s into %s%s.",
                Counted.of(files.size(), "file"),
                folder,
                skipped == 0 ? "" : "; " + skipped + " were finished already");
    }

    /**
     * The sentence for a run that the user stopped: the files that are done, and how to go on.
     *
     * @param files those that {@link #run} was to segment
     */
    public String stoppedSentence(final List<Path> files) {
        return String.format(
                Locale.ROOT,
                "Cancelled: %d of %s are finished and stay in %s; the same run with \"resume\" goes on"
                        + " with the rest.",
                targets.size() - files.size() + finished,
                Counted.of(targets.size(), "file"),
                folder);
    }

    private void attempt(
            final Path file,
            final ImageSegmenter model,
            final Progress reading,
            final Progress progress,
            final FailureListener listener) {
        try {
            segment(file, model, reading, progress);
            finished++;
        } catch (final CancelledException e) {
            throw e;
        } catch (final UNetException e) {
            listener.failed(file, e);
            failures.add(e.getMessage());
        } catch (final RuntimeException e) {
            // NB: ImageJ fails in many ways at a damaged file, which must not cost the others.
            listener.failed(file, e);
            failures.add("The file " + file + " cannot be segmented: " + e + ".");
        }
    }

    private void segment(
            final Path file,
            final ImageSegmenter model,
            final Progress reading,
            final Progress progress) {
        final Path target = targets.get(file);
        result.files(target).forEach(AtomicFile::checkWritable);
        final ImagePlus image = ImageFiles.open(file);
        result.write(
                model.segment(image, Optional.empty(), reading, progress),
                image,
                model.names(result.kind()),
                identity.of(file),
                target);
    }
}
