package io.github.unetfiji.bridge;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A user who presses Esc while a command works; a macro calls him with {@code
 * call("io.github.unetfiji.bridge.EscapeKey.pressAt", file, " left")}.
 *
 * <p>NB: again and again, because a command that starts forgets an earlier key.
 */
public final class EscapeKey {

    private static volatile Thread user;

    private EscapeKey() {}

    /**
     * Presses the key until {@link #release}, from when on a word stands in a file, such as that of the progress.
     *
     * @return {@code null}, as ImageJ wants a text
     */
    public static String pressAt(final String file, final String word) {
        user = new Thread(() -> press(Path.of(file), word), "Esc");
        user.setDaemon(true);
        user.start();
        return null;
    }

    private static void press(final Path file, final String word) {
        try {
            while (!Files.readString(file).contains(word)) {
                Thread.sleep(20);
            }
            while (true) {
                IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                Thread.sleep(20);
            }
        } catch (final InterruptedException released) {
            IJ.resetEscape();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the hand off the key, if it is there. */
    public static void release() throws InterruptedException {
        if (user != null) {
            user.interrupt();
            user.join();
            user = null;
        }
    }
}
