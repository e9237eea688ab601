package io.github.unetfiji.file;

import io.github.unetfiji.UNetException;

/** The system's folder for temporary files cannot be used; the fault lies with this folder, not with the file to be written. */
public final class NoTemporaryFilesException extends UNetException {

    private static final long serialVersionUID = 1L;

    NoTemporaryFilesException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
