package io.github.unetfiji.batch;

import io.github.unetfiji.Progress;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Progress over many files in units of their bytes, so that the time left is that of all of them:
 * "segmenting b.tif (2 of 9) 34 %, 12 s left".
 */
final class FolderProgress {

    private final List<Path> files;
    private final long[] before;
    private final Progress progress;

    FolderProgress(final List<Path> files, final Progress progress) {
        this.files = files;
        this.progress = progress;
        before = new long[files.size() + 1];
        for (int i = 0; i < files.size(); i++) {
            // NB: a file that is gone has 0 bytes here, and a sentence when it is its turn.
            final File file = files.get(i).toFile();
            before[i + 1] = before[i] + Math.max(1, file.length());
        }
    }

    /** Progress of the work on a file, told in units of its own. */
    Progress of(final int index) {
        return progress.reportingTo(
                        (done, total, message) ->
                                progress.report(done, total, words(index, done, total)))
                .part(before[index], before[index + 1] - before[index], before[files.size()]);
    }

    /** Progress of reading the intensities of a file before the work, which counts as no work. */
    Progress reading(final int index) {
        final Progress work = of(index);
        return work.reportingTo((done, total, message) -> work.report(0, total, message));
    }

    private String words(final int index, final long done, final long total) {
        return String.format(
                Locale.ROOT,
                "segmenting %s (%d of %d) %d %%",
                files.get(index).getFileName(),
                index + 1,
                files.size(),
                (long) (100.0 * done / total));
    }
}
