package io.github.unetfiji.command;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.batch.FolderRun;
import java.nio.file.Path;
import org.scijava.log.LogService;

/** Writes the failures of a folder run into SciJava's log; of those that nobody foresaw with the stack trace. */
record LoggedFailures(LogService log) implements FolderRun.FailureListener {

    @Override
    public void failed(final Path file, final RuntimeException failure) {
        if (failure instanceof UNetException) {
            log.error(file + ": " + failure.getMessage());
        } else {
            log.error(file + " cannot be segmented", failure);
        }
    }
}
