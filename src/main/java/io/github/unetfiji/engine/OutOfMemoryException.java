package io.github.unetfiji.engine;

import io.github.unetfiji.tiling.TileTooLargeException;
import java.util.List;
import java.util.Locale;

/** Memory of the device did not suffice for a tile or a patch: a smaller one may fit. */
public final class OutOfMemoryException extends TileTooLargeException {

    private static final long serialVersionUID = 1;

    /**
     * The words of libtorch and of the libraries under it.
     *
     * <p>NB: oneDNN, which convolves on a processor, says only that it could not create a primitive: for programs that are
     * known to work, for want of memory.
     */
    private static final List<String> WORDS =
            List.of(
                    "out of memory",
                    "can't allocate memory",
                    "cannot allocate memory",
                    "not enough memory",
                    "bad_alloc",
                    "alloc_failed",
                    "could not create a primitive",
                    "could not create a memory",
                    "could not execute a primitive");

    /**
     * @param message which tile or patch, in one sentence
     * @param cause the engine's failure, or null
     */
    public OutOfMemoryException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure of libtorch is one of memory, of the host or of a GPU. */
    public static boolean isCause(final Throwable failure) {
        final String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(message::contains);
    }
}
