package io.github.unetfiji.bridge.dialog;

import ij.ImageListener;
import ij.ImagePlus;
import javax.swing.SwingUtilities;

/**
 * Tells in the event dispatch thread that an image was opened or closed.
 *
 * @param changed run then
 */
record OpenImagesListener(Runnable changed) implements ImageListener {

    @Override
    public void imageOpened(final ImagePlus image) {
        SwingUtilities.invokeLater(changed);
    }

    @Override
    public void imageClosed(final ImagePlus image) {
        SwingUtilities.invokeLater(changed);
    }

    /** NB: pixels do not matter here. */
    @Override
    public void imageUpdated(final ImagePlus image) {}
}
