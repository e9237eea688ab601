package io.github.unetfiji.tiling;

import io.github.unetfiji.UNetException;

/** Memory did not suffice for a tile: a {@link TileNetwork} throws it where a smaller tile may fit. */
public class TileTooLargeException extends UNetException {

    private static final long serialVersionUID = 1;

    /**
     * @param message which tile, in one sentence
     * @param cause what the failed allocation said, or null
     */
    public TileTooLargeException(final String message, final Throwable cause) {
        super(message, cause);
    }
}
