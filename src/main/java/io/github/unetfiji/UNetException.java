package io.github.unetfiji;

/**
 * Something that the user gave cannot be used, or a file cannot be read or written: the one family
 * of failures that the program expects.
 *
 * <p>The message is one sentence fit for the user: what is wrong, what was given, what is allowed.
 *
 * <p>In the message, characters that steer a terminal are replaced, and very long texts are shortened.
 *
 * <p>Everything else that is thrown is an error of the program.
 */
public class UNetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message one sentence: what is wrong, what was given, what is allowed
     */
    public UNetException(final String message) {
        super(shown(message));
    }

    /**
     * @param message one sentence: what is wrong, what was given, what is allowed
     * @param cause the failure behind it, for the log
     */
    public UNetException(final String message, final Throwable cause) {
        super(shown(message), cause);
    }

    private static String shown(final String message) {
        return message == null ? null : Legible.sentence(message);
    }
}
