package io.github.unetfiji.plain;

import ij.IJ;
import java.awt.event.KeyEvent;

/**
 * A user who presses Esc while a command works; a macro calls him with {@code
 * call("io.github.unetfiji.plain.EscapeKey.pressAfter", "300")}.
 *
 * <p>NB: again and again, because a command that starts forgets an earlier key.
 */
public final class EscapeKey {

    private static volatile Thread user;

    private EscapeKey() {}

    /** Presses the key from some milliseconds on until {@link #release}; {@code null} as ImageJ wants a text. */
    public static String pressAfter(final String milliseconds) {
        final long wait = Long.parseLong(milliseconds);
        user = new Thread(() -> press(wait), "Esc");
        user.setDaemon(true);
        user.start();
        return null;
    }

    private static void press(final long wait) {
        try {
            Thread.sleep(wait);
            while (true) {
                IJ.setKeyDown(KeyEvent.VK_ESCAPE);
                Thread.sleep(20);
            }
        } catch (final InterruptedException released) {
            IJ.resetEscape();
        }
    }

    /** Takes the hand off the key, if it is there. */
    static void release() throws InterruptedException {
        if (user != null) {
            user.interrupt();
            user.join();
            user = null;
        }
    }
}
