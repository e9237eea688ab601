package io.github.unetfiji.bridge.message;

import ij.IJ;
import io.github.unetfiji.text.Durations;
import io.github.unetfiji.ui.TextNote;
import java.awt.GraphicsEnvironment;
import java.awt.Image;
import java.util.List;
import java.util.Optional;

/**
 * Tells how a command ended. A person who started it from the menu sees a line in the status bar and windows with its texts and
 * sentences; a macro gets them in the log.
 */
public final class CommandEnd {

    private final String title;
    private final boolean person;
    private final long started = System.nanoTime();

    /**
     * @param title of the command, as windows show it
     * @param options of the macro, or null if a person started it
     */
    public CommandEnd(final String title, final String options) {
        this.title = title;
        person = options == null && !GraphicsEnvironment.isHeadless() && !IJ.macroRunning();
    }

    /** Whether a person started the command, and sees its end. */
    public boolean isSeen() {
        return person;
    }

    /**
     * Shows texts and sentences; to be called when the images are shown, which would cover them.
     *
     * @param picture to stand beside the texts
     */
    public void show(
            final List<String> pages, final List<String> sentences, final Optional<Image> picture) {
        if (!person) {
            pages.forEach(IJ::log);
            sentences.forEach(IJ::log);
            return;
        }
        sentences.forEach(IJ::log);
        IJ.showProgress(1.0); // NB: work that was stopped leaves the bar where it was.
        IJ.showStatus(status(title, (System.nanoTime() - started) / 1e9, sentences));
        if (!sentences.isEmpty()) {
            TextNote.show(title, String.join("\n", sentences));
        }
        pages.forEach(page -> TextNote.show(title, page, picture));
    }

    /** The line of the status bar: {@code U-Net Segment Files: done in 12 s. Segmented 3 files into /a.} */
    static String status(final String title, final double seconds, final List<String> sentences) {
        final String done = title + ": done" + time(seconds);
        return sentences.isEmpty()
                ? done
                : done + ". " + sentences.get(0).lines().findFirst().orElse("");
    }

    private static String time(final double seconds) {
        return seconds < 1 ? "" : " in " + Durations.about(seconds);
    }
}
