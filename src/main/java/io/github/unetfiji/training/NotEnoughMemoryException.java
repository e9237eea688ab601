package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;

/** Memory did not suffice for a patch: that of the device, or that of Java. */
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
}
