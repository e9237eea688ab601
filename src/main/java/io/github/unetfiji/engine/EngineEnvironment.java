package io.github.unetfiji.engine;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sets the environment variables that libtorch reads when it is loaded; Java itself cannot set any.
 *
 * <p>Idle threads sleep soon: by default the threads of GNU OpenMP wait for each other by spinning, for milliseconds. Where
 * other programs use the same cores, every layer then waits for a thread that is not running, and a network becomes several
 * times slower. Spinning for some microseconds and sleeping then is as good on an idle machine and keeps its speed on a busy
 * one.
 *
 * <p>Large pages: the feature maps of a large tile are new memory every time, which the system clears and maps. In pages of
 * 2 MB, where the system allows it ("madvise", the default of most), that is much faster than in pages of 4 kB.
 *
 * <p>Both are measured in docs/measurements.md. On other systems than Linux nothing is set.
 */
final class EngineEnvironment {

    private static final Logger LOG = LoggerFactory.getLogger(EngineEnvironment.class);
    private static final String WAIT_POLICY = "OMP_WAIT_POLICY";
    private static final String SPIN_COUNT = "GOMP_SPINCOUNT";
    private static final String SOON = "10000";
    private static final String LARGE_PAGES = "THP_MEM_ALLOC_ENABLE";

    private EngineEnvironment() {}

    /** To be called before libtorch is loaded; respects the user's own choice. */
    static void prepare() {
        if (!Platform.isLinux()) {
            return;
        }
        if (System.getenv(WAIT_POLICY) == null) {
            set(SPIN_COUNT, SOON);
        }
        set(LARGE_PAGES, "1");
    }

    /** Sets a variable unless the user did. */
    private static void set(final String name, final String value) {
        if (System.getenv(name) != null) {
            return;
        }
        try {
            final Function setenv = NativeLibrary.getProcess().getFunction("setenv");
            setenv.invokeInt(new Object[] {name, value, 0});
        } catch (final UnsatisfiedLinkError e) {
            LOG.debug("The environment cannot be set: {} stays as it is.", name, e);
        }
    }
}
