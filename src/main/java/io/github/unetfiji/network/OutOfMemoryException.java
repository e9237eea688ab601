package io.github.unetfiji.network;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** Memory of the device did not suffice for a tile: a smaller one may fit. */
public final class OutOfMemoryException extends UNetException {

    private static final long serialVersionUID = 1;

    public OutOfMemoryException(final String message, final Throwable cause) {
        super(message, cause);
    }

    /** Whether a failure of libtorch is one of memory, of the host or of a GPU. */
    public static boolean isCause(final Throwable failure) {
        final String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("out of memory")
                || message.contains("can't allocate memory")
                || message.contains("cannot allocate memory")
                || message.contains("not enough memory");
    }
}
