package io.github.unetfiji.ui;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import ij.gui.ImageWindow;
import io.github.unetfiji.UNetException;
import java.awt.Dimension;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;

/**
 * One window for a preview that changes: the next image takes the place of the one before, at the same position, zoom, slice and
 * channel where it has them.
 *
 * <p>If the user closes the window, the next preview opens it again. Not thread-safe: one caller at a
 * time, on whatever thread.
 */
public final class PreviewWindow implements AutoCloseable {

    private ImagePlus shown;

    /**
     * Shows an image instead of the one before; it may keep that one and take over its pixels.
     *
     * @throws UNetException if there is no display
     */
    public void show(final ImagePlus next) {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UNetException("A preview needs a display, but there is none.");
        }
        if (isOpen() && PreviewContent.replace(shown, next)) {
            return;
        }
        final ImagePlus before = isOpen() ? shown : null;
        if (before != null) {
            PreviewContent.samePosition(before, next);
        }
        next.show();
        shown = next;
        if (before != null) {
            sameView(before.getWindow(), next.getWindow());
            close(before);
        }
    }

    /** Whether the user can see it. */
    public boolean isOpen() {
        return shown != null && shown.getWindow() != null;
    }

    /** The image in the window, or null if there is none. */
    ImagePlus image() {
        return isOpen() ? shown : null;
    }

    private static void sameView(final ImageWindow from, final ImageWindow to) {
        final ImageCanvas old = from.getCanvas();
        final ImageCanvas canvas = to.getCanvas();
        final ImagePlus image = to.getImagePlus();
        final ImagePlus before = from.getImagePlus();
        if (before.getWidth() == image.getWidth() && before.getHeight() == image.getHeight()) {
            final Rectangle part = old.getSrcRect();
            final Dimension size = old.getSize();
            canvas.setMagnification(old.getMagnification());
            canvas.setSourceRect(new Rectangle(part));
            canvas.setSize(size);
            to.pack();
            to.setLocation(from.getLocation());
        } else {
            final Rectangle bounds = from.getBounds();
            to.setLocationAndSize(bounds.x, bounds.y, bounds.width, bounds.height);
        }
        canvas.repaint();
    }

    /** Closes the window if it is open. */
    @Override
    public void close() {
        if (isOpen()) {
            close(shown);
        }
        shown = null;
    }

    private static void close(final ImagePlus image) {
        // NB: otherwise ImageJ asks whether to save it.
        image.changes = false;
        image.close();
    }
}
