package io.github.unetfiji.bridge.headless;

import ij.IJ;
import ij.Macro;
import ij.macro.Interpreter;
import ij.plugin.Macro_Runner;
import ij.plugin.frame.Editor;
import io.github.unetfiji.UNetException;
import java.awt.HeadlessException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Runs one macro in the started headless ImageJ, and finds out how it ended.
 *
 * <p>NB: ImageJ itself reports "canceled" for everything from {@code exit()} to a syntax error, and only prints the cause.
 * {@link MacroConsole} hears it.
 */
final class MacroSession {

    /** NB: {@code Macro.abort()} stops a macro at once only in a thread whose name ends like this. */
    private static final String THREAD = "MacroRunner-Macro$";

    private final Path file;
    private final MacroConsole console;

    /** A session whose progress goes to standard output, like all that the macro prints. */
    MacroSession(final Path file) {
        this(file, System.out);
    }

    /**
     * A session.
     *
     * @param progress where lines of progress go
     */
    MacroSession(final Path file, final PrintStream progress) {
        this.file = file;
        this.console = new MacroConsole(progress);
    }

    /**
     * Runs the macro to its end.
     *
     * @throws UNetException if the macro or a command in it fails; one sentence with the file and, if known, the line
     */
    void run(final String macro, final String argument) {
        console.open();
        try {
            final Thread thread = new Thread(() -> interpret(macro, argument), THREAD);
            thread.start();
            thread.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            console.failed("The macro was interrupted.");
        } finally {
            console.close();
        }
        console.failure().ifPresent(this::fail);
    }

    private void interpret(final String macro, final String argument) {
        final Interpreter interpreter = new Interpreter();
        try {
            Macro_Runner.setFilePath(file.toAbsolutePath().toString());
            interpreter.run(Editor.doInclude(macro), argument);
        } catch (final ThreadDeath death) {
            console.failed("The macro was stopped.");
            throw death;
        } catch (
                final Throwable
                        thrown) { // NB: ImageJ throws whatever a macro or a plugin stumbles over.
            ended(thrown, interpreter);
        }
        if (interpreter.wasError()) {
            console.failed("The macro was cancelled.");
        }
    }

    private void ended(final Throwable thrown, final Interpreter interpreter) {
        if (thrown instanceof HeadlessException) {
            console.failedIn(
                    line(interpreter),
                    "This waits for the user or opens a window, which needs a display.");
        } else if (!Macro.MACRO_CANCELED.equals(thrown.getMessage())) {
            console.crashed(line(interpreter), thrown);
        } else {
            Optional.ofNullable(IJ.getErrorMessage())
                    .ifPresent(message -> console.failedIn(line(interpreter), message));
        }
    }

    /** The line that runs, or 0. NB: the interpreter has none before it starts and after it ended. */
    private static int line(final Interpreter interpreter) {
        try {
            return interpreter.getLineNumber();
        } catch (final NullPointerException | IndexOutOfBoundsException notInAProgram) {
            return 0;
        }
    }

    private void fail(final String sentence) {
        throw new UNetException(file + sentence);
    }
}
