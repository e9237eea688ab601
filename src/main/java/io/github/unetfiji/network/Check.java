package io.github.unetfiji.network;

import java.util.concurrent.Callable;

/**
 * Something that is looked up or tried, and what to do if it fails.
 *
 * @param name of what is checked
 * @param fact finds out
 * @param remedy a sentence
 */
record Check(String name, Callable<String> fact, String remedy) {

    /**
     * What came out.
     *
     * @param line {@code name: fact}, or {@code name: FAILED (why). What to do.}
     */
    record Outcome(String line, boolean passed) {}

    /** Finds out; never fails. */
    Outcome run() {
        try {
            return new Outcome(name + ": " + fact.call(), true);
        } catch (final Exception | LinkageError | OutOfMemoryError e) {
            // NB: a missing or broken library is a LinkageError.
            return new Outcome(name + ": FAILED (" + Network.firstLine(e) + "). " + remedy, false);
        }
    }
}
