package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.TemporaryFile;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ResultStamp;
import io.github.unetfiji.text.Counted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.scijava.log.LogService;

/**
 * Segments files one after the other, from disk to disk, with a model that is loaded once. A file that
 * cannot be segmented does not stop the others. One file is open at a time.
 */
public final class FolderRun {

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
     * @param result what is written for an image
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
     * @return what was done, in a sentence
     * @throws UNetException if one of them failed, after all the others are done
     */
    public String run(
            final List<Path> files,
            final Supplier<OpenModel> loading,
            final Progress progress,
            final LogService log) {
        final FolderProgress all = new FolderProgress(files, progress);
        if (!files.isEmpty()) {
            try (OpenModel model = loading.get()) {
                result.requested().tell(model.segmenter());
                for (int i = 0; i < files.size(); i++) {
                    attempt(files.get(i), model, all.looking(i), all.of(i), log);
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
     * What was reached when the user stopped, and how to go on.
     *
     * @param files those that {@link #run} was to segment
     */
    public String stopped(final List<Path> files) {
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
            final OpenModel model,
            final Progress looking,
            final Progress progress,
            final LogService log) {
        try {
            segment(file, model, looking, progress);
            finished++;
        } catch (final CancelledException e) {
            throw e;
        } catch (final UNetException e) {
            log.error(file + ": " + e.getMessage());
            failures.add(e.getMessage());
        } catch (final RuntimeException e) {
            // NB: ImageJ fails in many ways at a damaged file, which must not cost the others.
            log.error(file + " cannot be segmented", e);
            failures.add("The file " + file + " cannot be segmented: " + e + ".");
        }
    }

    private void segment(
            final Path file,
            final OpenModel model,
            final Progress looking,
            final Progress progress) {
        final Path target = targets.get(file);
        result.files(target).forEach(AtomicFile::checkWritable);
        final ImagePlus image = ImageFiles.open(file);
        result.write(
                model.segmenter().segment(model.view(image, Optional.empty()), looking, progress),
                image,
                model.segmenter(),
                identity.of(file),
                target);
    }
}
