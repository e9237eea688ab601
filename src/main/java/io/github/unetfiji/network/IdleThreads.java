package io.github.unetfiji.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets libtorch's idle threads sleep soon.
 *
 * <p>By default the threads of GNU OpenMP wait for each other by spinning, for milliseconds. Where other
 * programs use the same cores, every layer then waits for a thread that is not running, and a network
 * becomes several times slower. Spinning for some microseconds and sleeping then is as good on an idle
 * machine and keeps its speed on a busy one (docs/measurements.md). OpenMP reads the choice from the
 * environment when it is loaded, and Java cannot set that of its own process.
 */
final class IdleThreads {

    private static final Logger LOG = LoggerFactory.getLogger(IdleThreads.class);
    private static final String SPIN_COUNT = "GOMP_SPINCOUNT";
    private static final String SOON = "10000";

    private IdleThreads() {}

    /** To be called before libtorch is loaded; respects the user's own choice. */
    static void sleepSoon() {
        if (!Platform.isLinux()
                || System.getenv("OMP_WAIT_POLICY") != null
                || System.getenv(SPIN_COUNT) != null) {
            return;
        }
        try {
            final Function setenv = NativeLibrary.getProcess().getFunction("setenv");
            setenv.invokeInt(new Object[] {SPIN_COUNT, SOON, 0});
        } catch (final UnsatisfiedLinkError e) {
            LOG.debug("The environment cannot be set; idle threads will spin.", e);
        }
    }
}
