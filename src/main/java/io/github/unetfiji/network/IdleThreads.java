package io.github.unetfiji.network;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets libtorch's idle threads sleep.
 *
 * <p>By default OpenMP's threads wait for each other by spinning. Where other programs use the same
 * cores, every layer then waits for a thread that is not running, and a network becomes several times
 * slower; sleeping threads cost almost nothing on an idle machine (docs/measurements.md). OpenMP reads
 * the choice from the environment when it is loaded, and Java cannot set that of its own process.
 */
final class IdleThreads {

    private static final Logger LOG = LoggerFactory.getLogger(IdleThreads.class);
    private static final String POLICY = "OMP_WAIT_POLICY";

    private IdleThreads() {}

    /** To be called before libtorch is loaded; respects the user's own choice. */
    static void sleep() {
        if (Platform.isWindows() || System.getenv(POLICY) != null) {
            return;
        }
        try {
            final Function setenv = NativeLibrary.getProcess().getFunction("setenv");
            setenv.invokeInt(new Object[] {POLICY, "PASSIVE", 0});
        } catch (final UnsatisfiedLinkError e) {
            LOG.debug("The environment cannot be set; idle threads will spin.", e);
        }
    }
}
