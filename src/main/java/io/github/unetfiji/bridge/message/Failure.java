package io.github.unetfiji.bridge.message;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ui.TextNote;
import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * Tells the user in one sentence why a command did not do its work, and stops the macro that called it.
 *
 * <p>NB: nothing of SciJava may appear here, see {@code Run_Command}.
 */
public final class Failure {

    /** The environment variable that makes a failure end the program. NB: a headless Fiji otherwise ends with exit code 0, even if the macro
     * failed. */
    private static final String EXIT = "UNET_EXIT_ON_FAILURE";

    private static final int WIDTH = 90;

    private String title = "U-Net";

    /** Names the command by its class, until its label is known. */
    public void inClass(final String className) {
        title = className.substring(className.lastIndexOf('.') + 1);
    }

    /** Names the command as windows do, once that is known. */
    public void inCommand(final String commandTitle) {
        title = commandTitle;
    }

    /**
     * Reports a failure. Headless, and if the environment variable {@code UNET_EXIT_ON_FAILURE} is {@code true}, the program ends
     * with exit code 1 after the sentence.
     *
     * @throws RuntimeException {@link Macro#MACRO_CANCELED}, where ImageJ stops a macro that way
     */
    public void report(final Throwable thrown) {
        if (thrown instanceof RuntimeException
                && Macro.MACRO_CANCELED.equals(thrown.getMessage())) {
            throw (RuntimeException) thrown;
        }
        IJ.showProgress(1.0);
        if (thrown instanceof CancelledException) {
            cancel(thrown.getMessage());
        } else {
            tell(sentence(thrown));
        }
    }

    private void tell(final String sentence) {
        if (!GraphicsEnvironment.isHeadless()) {
            IJ.showStatus(title + ": failed");
            IJ.error(title, wrap(sentence, WIDTH));
        } else if (Boolean.parseBoolean(System.getenv(EXIT))) {
            System.err.println(title + ": " + sentence);
            System.exit(1);
        } else {
            IJ.error(title, sentence);
        }
    }

    /**
     * Breaks a sentence into lines of at most so many letters, as ImageJ's dialogs do not; a longer word, such as a path, has a line of
     * its own.
     */
    static String wrap(final String sentence, final int width) {
        final StringBuilder lines = new StringBuilder();
        int used = 0;
        for (final String word : sentence.split(" ")) {
            if (used > 0) {
                final boolean full = used + 1 + word.length() > width;
                lines.append(full ? '\n' : ' ');
                used = full ? 0 : used + 1;
            }
            lines.append(word);
            used += word.length();
        }
        return lines.toString();
    }

    /** The cause of a failure in one sentence; if it is not the user's fault, the details go to the log. */
    public static String sentence(final Throwable thrown) {
        if (thrown instanceof UNetException) {
            return thrown.getMessage();
        }
        IJ.log(Legible.text(details(thrown)));
        if (thrown instanceof LinkageError) {
            return MissingJar.here().sentence((LinkageError) thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return "Out of memory ("
                    + thrown.getMessage()
                    + "): allow more in Edit > Options > Memory & Threads, or work on a smaller image.";
        }
        return Legible.sentence(
                "Error of the program: " + oneLine(thrown) + " (the log has the details).");
    }

    /** The stack trace of an error of the program with its causes, as text for the log. */
    public static String details(final Throwable thrown) {
        final StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString().trim();
    }

    private static String oneLine(final Throwable thrown) {
        final String name = thrown.getClass().getSimpleName();
        return thrown.getMessage() == null
                ? name
                : name + ": " + thrown.getMessage().replaceAll("\\s+", " ").trim();
    }

    /** Stops the macro without a dialog: the user pressed Esc or Cancel and knows. */
    private void cancel(final String sentence) {
        IJ.showStatus(title + ": " + sentence);
        final boolean says = !sentence.equals(new CancelledException().getMessage());
        if (says) {
            IJ.log(title + ": " + sentence); // NB: what stays, and how to go on.
        }
        if (!Thread.currentThread().getName().startsWith("Run$_")) {
            // NB: from the menu; a macro that runs meanwhile in another thread is none of ours.
            if (says && !GraphicsEnvironment.isHeadless()) {
                TextNote.show(title, sentence);
            }
            return;
        }
        final Interpreter macro = Interpreter.getInstance();
        if (macro != null) {
            macro.abort((String) null);
        }
        Macro.abort();
    }
}
