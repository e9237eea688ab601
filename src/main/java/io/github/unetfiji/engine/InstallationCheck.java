package io.github.unetfiji.engine;

import java.util.concurrent.Callable;

/**
 * A check of the installation: a fact to look up or to try out, and advice for the user if that fails.
 *
 * @param name of what is checked
 * @param fact looks it up or tries it out
 * @param remedy a sentence
 */
record InstallationCheck(String name, Callable<String> fact, String remedy) {

    /**
     * The result of a check.
     *
     * @param line {@code name: fact}, or {@code name: FAILED (why). What to do.}
     */
    record Outcome(String line, boolean passed) {}

    /** Runs the check; a failure becomes a line. */
    Outcome run() {
        try {
            return new Outcome(name + ": " + fact.call(), true);
        } catch (final Exception | LinkageError | OutOfMemoryError e) {
            // NB: a missing or broken library is a LinkageError.
            return new Outcome(name + ": FAILED (" + reason(e) + "). " + remedy, false);
        }
    }

    /**
     * The first line of a failure: those of libtorch may carry a native stack trace.
     *
     * <p>NB: here, since this class can be loaded where the engine is missing.
     */
    static String reason(final Throwable failure) {
        final String message =
                failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines().findFirst().orElse(failure.toString());
    }
}
