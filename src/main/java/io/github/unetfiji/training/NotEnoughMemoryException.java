package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** Memory did not suffice for a patch. */
final class NotEnoughMemoryException extends UNetException {

    private static final long serialVersionUID = 1;

    private final int iteration;

    /**
     * @param iteration in which it happened, from 1
     */
    NotEnoughMemoryException(final String message, final int iteration, final Throwable cause) {
        super(message, cause);
        this.iteration = iteration;
    }

    int iteration() {
        return iteration;
    }

    /** Whether a failure of libtorch is one of memory, of the host or of a GPU. */
    static boolean isCause(final Throwable failure) {
        final String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("out of memory")
                || message.contains("can't allocate memory")
                || message.contains("cannot allocate memory")
                || message.contains("not enough memory");
    }
}
