package io.github.unetfiji.bridge.headless;

import java.util.function.Consumer;
import net.imagej.patcher.EssentialLegacyHooks;

/** Receives ImageJ's status, progress and log messages. */
final class ConsoleHooks extends EssentialLegacyHooks {

    private final ConsoleProgress progress;
    private final Consumer<String> failed;

    ConsoleHooks(final ConsoleProgress progress, final Consumer<String> failed) {
        this.progress = progress;
        this.failed = failed;
    }

    @Override
    public void showStatus(final String status) {
        progress.status(status == null ? "" : status);
    }

    @Override
    public void showProgress(final double fraction) {
        progress.progress(fraction);
    }

    @Override
    public void showProgress(final int currentIndex, final int finalIndex) {
        progress.progress(finalIndex == 0 ? 1 : (currentIndex + 1.0) / finalIndex);
    }

    /** NB: a plugin that throws is only logged by ImageJ, and the macro goes on; here it counts as a failure. */
    @Override
    public void log(final String message) {
        progress.flush();
        if (message != null && message.contains("\tat ") && isFromExecuter()) {
            failed.accept("a command failed: " + message.lines().findFirst().orElse(""));
        }
    }

    private static boolean isFromExecuter() {
        return StackWalker.getInstance()
                .walk(
                        frames ->
                                frames.dropWhile(frame -> !frame.getClassName().equals("ij.IJ"))
                                        .dropWhile(frame -> frame.getClassName().equals("ij.IJ"))
                                        .findFirst()
                                        .map(frame -> frame.getClassName().equals("ij.Executer"))
                                        .orElse(false));
    }
}
