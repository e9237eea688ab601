package io.github.unetfiji.bridge.message;

import java.io.PrintWriter;
import java.io.StringWriter;

/** The details of an error of the program, for the log. */
public final class StackTrace {

    private StackTrace() {}

    /** The stack trace with its causes, as text. */
    public static String of(final Throwable thrown) {
        final StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString().trim();
    }
}
