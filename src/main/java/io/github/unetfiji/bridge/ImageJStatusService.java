package io.github.unetfiji.bridge;

import ij.IJ;
import org.scijava.app.DefaultStatusService;
import org.scijava.app.event.StatusEvent;

/**
 * Shows SciJava's status in ImageJ's status bar and progress bar, at once and in order.
 *
 * <p>NB: not annotated as a plugin, so that Fiji, which has its own, never finds it; {@link SciJavaContext} adds it to the
 * contexts that it makes. The default service hands every event to a pool of threads, which may mix them up.
 */
public class ImageJStatusService extends DefaultStatusService {

    @Override
    protected void publish(final StatusEvent event) {
        if (event.getProgressMaximum() > 0) {
            IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
        }
        if (event.getStatusMessage() != null) {
            IJ.showStatus(event.getStatusMessage());
        }
    }
}
