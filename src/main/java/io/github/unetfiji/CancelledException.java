package io.github.unetfiji;

/** The user asked to stop: nothing is wrong, and nothing half-finished is left behind. */
public class CancelledException extends UNetException {

    private static final long serialVersionUID = 1L;

    /** Nothing was reached that the user should know of. */
    public CancelledException() {
        super("Cancelled.");
    }

    /**
     * @param sentence what was reached and stays, and how to go on
     */
    public CancelledException(final String sentence, final Throwable cause) {
        super(sentence, cause);
    }
}
