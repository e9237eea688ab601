package io.github.unetfiji.engine;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;

/** Says in one sentence why libtorch failed with a program of others, in the program's own words. */
final class ProgramFailure {

    private ProgramFailure() {}

    /**
     * The failure for people.
     *
     * @param what failed, without a full stop
     * @return an {@link OutOfMemoryException} if memory did not suffice
     */
    static UNetException of(final String what, final Exception e) {
        final String message = what + ": " + Legible.sentence(Network.line(e));
        final String sentence = message.endsWith(".") ? message : message + ".";
        return OutOfMemoryException.isCause(e)
                ? new OutOfMemoryException(sentence, e)
                : new UNetException(sentence, e);
    }
}
