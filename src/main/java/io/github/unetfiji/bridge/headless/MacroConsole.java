package io.github.unetfiji.bridge.headless;

import ij.IJ;
import io.github.unetfiji.bridge.message.Failure;
import java.io.PrintStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.imagej.patcher.LegacyInjector;

/**
 * Listens to the macro that runs: passes on what it prints, shows its progress, and keeps the first failure that ImageJ reports.
 * Thread-safe.
 */
final class MacroConsole {

    private static final Pattern MACRO_ERROR =
            Pattern.compile("(?:[A-Z][A-Za-z ]*: )?(.*?)\\.? in line (\\d+).*", Pattern.DOTALL);

    private final PrintStream out = System.out;
    private final PrintStream err = System.err;
    private final ConsoleProgress progress;
    private String failure;

    /**
     * A console.
     *
     * @param progress where lines of progress go
     */
    MacroConsole(final PrintStream progress) {
        this.progress = new ConsoleProgress(progress, System::nanoTime);
    }

    /** Starts to listen. */
    void open() {
        System.setOut(new InterceptingPrintStream(out, "ij.macro.Functions", "exit", this::failed));
        System.setErr(
                new InterceptingPrintStream(
                        err, "ij.macro.Interpreter", "showError", this::failedInLine));
        LegacyInjector.installHooks(
                getClass().getClassLoader(), new ConsoleHooks(progress, this::failed));
        IJ.setExceptionHandler(thrown -> crashed(0, thrown));
    }

    /** Stops listening and shows the last progress. */
    void close() {
        progress.flush();
        System.setOut(out);
        System.setErr(err);
    }

    /** The first failure, to be put after the file's name. */
    synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** Keeps a failure unless one is known. */
    void failed(final String message) {
        failedIn(0, message);
    }

    /** Keeps a failure in a line of the macro, 0 if none, unless one is known. */
    synchronized void failedIn(final int line, final String message) {
        if (failure == null) {
            failure = (line > 0 ? ", line " + line : "") + ": " + oneLine(message);
        }
    }

    /** Keeps an exception that nobody caught, and prints its stack trace: it is an error of a program. */
    void crashed(final int line, final Throwable thrown) {
        failedIn(
                line,
                thrown.getClass().getName()
                        + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage()));
        err.println(Failure.details(thrown));
    }

    private void failedInLine(final String message) {
        final Matcher parts = MACRO_ERROR.matcher(message);
        if (parts.matches()) {
            failedIn(Integer.parseInt(parts.group(2)), parts.group(1));
        } else {
            failed(message);
        }
    }

    private static String oneLine(final String message) {
        final String line = message.replaceAll("\\s+", " ").trim();
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }
}
