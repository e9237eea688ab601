package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;

/** A network gave no finite probabilities. */
public final class NotFiniteException extends UNetException {

    private static final long serialVersionUID = 1;

    public NotFiniteException(final String message) {
        super(message);
    }
}
