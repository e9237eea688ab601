package io.github.unetfiji.bridge;

import ij.IJ;
import org.scijava.Context;
import org.scijava.Priority;
import org.scijava.app.DefaultStatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.service.Service;

/**
 * The SciJava context to run a command in: Fiji's own, or in plain ImageJ a fresh one that ends on {@link #close}.
 *
 * <p>A fresh context shows its status in ImageJ's status bar, see {@link StatusBar}.
 */
final class SciJavaContext implements AutoCloseable {

    /** NB: only Fiji has it; plain ImageJ, too, makes a context when asked to run that class, but nobody listens to it. */
    private static final String FIJI = "net.imagej.legacy.LegacyService";

    private final Context context;
    private final boolean fresh;

    private SciJavaContext(final Context context, final boolean fresh) {
        this.context = context;
        this.fresh = fresh;
    }

    /** Finds or makes the context; the calling thread's context class loader must see SciJava's plugins. */
    static SciJavaContext open() {
        final Object live = isFiji() ? IJ.runPlugIn("org.scijava.Context", "") : null;
        return live instanceof Context
                ? new SciJavaContext((Context) live, false)
                : new SciJavaContext(fresh(), true);
    }

    private static boolean isFiji() {
        try {
            Class.forName(FIJI, false, SciJavaContext.class.getClassLoader());
            return true;
        } catch (final ClassNotFoundException notFiji) {
            return false;
        }
    }

    private static Context fresh() {
        final PluginInfo<Service> status = new PluginInfo<>(StatusBar.class, Service.class);
        status.setPriority(Priority.HIGH);
        final PluginIndex index = new PluginIndex();
        index.add(status);
        return new Context(index);
    }

    Context context() {
        return context;
    }

    @Override
    public void close() {
        if (fresh) {
            context.dispose();
        }
    }

    /**
     * Shows SciJava's status in ImageJ's status bar and progress bar, at once and in order.
     *
     * <p>NB: not annotated as a plugin, so that Fiji, which has its own, never finds it; only a fresh context gets it. The default service
     * publishes events from a pool of threads, which may change their order.
     */
    public static class StatusBar extends DefaultStatusService {

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
}
