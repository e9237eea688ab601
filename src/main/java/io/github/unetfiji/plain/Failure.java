package io.github.unetfiji.plain;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.awt.GraphicsEnvironment;

/**
 * Tells the user in one sentence why a command did not do its work, and stops the macro that called it.
 *
 * <p>NB: nothing of SciJava may appear here, see {@link Run_Command}.
 */
final class Failure {

    private static final int WIDTH = 90;

    private String title = "U-Net";

    /** Names the command by its class, until its label is known. */
    void in(final String className) {
        title = className.substring(className.lastIndexOf('.') + 1);
    }

    /** Names the command by its menu label; the dots of a dialog are left out. */
    void inCommand(final String label) {
        title = label.replaceAll("\\.+$", "");
    }

    /**
     * Reports a failure.
     *
     * @throws RuntimeException {@link Macro#MACRO_CANCELED}, where ImageJ stops a macro that way
     */
    void report(final Throwable thrown) {
        if (thrown instanceof RuntimeException
                && Macro.MACRO_CANCELED.equals(thrown.getMessage())) {
            throw (RuntimeException) thrown;
        }
        IJ.showProgress(1.0);
        if (thrown instanceof CancelledException) {
            cancel(thrown.getMessage());
        } else {
            final String sentence = sentence(thrown);
            IJ.error(
                    title,
                    GraphicsEnvironment.isHeadless() ? sentence : Sentence.wrap(sentence, WIDTH));
        }
    }

    /** What went wrong, in one sentence; the details of what is not the user's fault go to the log. */
    static String sentence(final Throwable thrown) {
        if (thrown instanceof UNetException) {
            return thrown.getMessage();
        }
        IJ.log(Legible.text(StackTrace.of(thrown)));
        if (thrown instanceof LinkageError) {
            return MissingJar.sentence((LinkageError) thrown);
        }
        if (thrown instanceof OutOfMemoryError) {
            return "Out of memory ("
                    + thrown.getMessage()
                    + "): allow more in Edit > Options > Memory & Threads, or work on a smaller image.";
        }
        return Legible.sentence(
                "Error of the program: " + oneLine(thrown) + " (the log has the details).");
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
        if (!sentence.equals(new CancelledException().getMessage())) {
            IJ.log(title + ": " + sentence); // NB: what stays, and how to go on.
        }
        if (!Thread.currentThread().getName().startsWith("Run$_")) {
            return; // NB: from the menu; a macro that runs meanwhile in another thread is none of
            // ours.
        }
        final Interpreter macro = Interpreter.getInstance();
        if (macro != null) {
            macro.abort((String) null);
        }
        Macro.abort();
    }
}
