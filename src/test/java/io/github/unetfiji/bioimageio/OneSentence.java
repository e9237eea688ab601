package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads packages that may be bad, and checks that a failure is one sentence for people. */
public final class OneSentence {

    /** What belongs to the program and not to people: stack traces, names of classes, values of Java. */
    private static final Pattern INNER =
            Pattern.compile(
                    "Exception|\\bjava\\.|\\bat io\\.|null\\b(?!,|\\.| )|Optional|@[0-9a-f]{4}");

    private OneSentence() {}

    /** Something that may fail. */
    public interface Attempt {
        void run() throws IOException;
    }

    /** The sentence of a failure; empty if there is none. */
    public static Optional<String> of(final Attempt attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (final UNetException e) {
            check(e.getMessage());
            return Optional.of(e.getMessage());
        } catch (final IOException e) {
            throw new AssertionError("no sentence", e);
        }
    }

    private static void check(final String sentence) {
        assertTrue(sentence.endsWith(".") && !sentence.endsWith(".."), sentence);
        assertFalse(sentence.contains("\n"), sentence);
        assertFalse(INNER.matcher(sentence).find(), sentence);
        assertTrue(sentence.length() <= 1000, sentence);
    }
}
