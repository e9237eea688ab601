package io.github.unetfiji.engine;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Memory that this process has taken of the machine, Java's and libtorch's together. */
final class ProcessMemory {

    private static final Logger LOG = LoggerFactory.getLogger(ProcessMemory.class);
    private static final Path TABLE = Path.of("/proc/self/status");
    private static final Path MARKS = Path.of("/proc/self/clear_refs");

    /** Linux' number for the limit of what a process can allocate. */
    private static final int DATA = 2;

    private static final int RUSAGE_BYTES = 256;
    private static final int RUSAGE_PEAK = 32;

    private ProcessMemory() {}

    /**
     * The most that it has had so far: since {@link #forgetPeak} on Linux, since its start on macOS; on Windows what it has now.
     *
     * @return bytes; 0 if it cannot be found out
     */
    static long peak() {
        if (Platform.isLinux()) {
            return line("VmHWM:");
        }
        return Platform.isMac() ? peakOfMac() : committed();
    }

    private static long committed() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean host
                ? Math.max(0, host.getCommittedVirtualMemorySize())
                : 0;
    }

    private static long line(final String key) {
        try {
            return Files.readAllLines(TABLE).stream()
                    .filter(line -> line.startsWith(key))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (final IOException e) {
            return 0;
        }
    }

    private static long peakOfMac() {
        try (Memory usage = new Memory(RUSAGE_BYTES)) {
            usage.clear();
            function("getrusage").invokeInt(new Object[] {0, usage});
            return usage.getLong(RUSAGE_PEAK);
        } catch (final UnsatisfiedLinkError e) {
            return 0;
        }
    }

    private static Function function(final String name) {
        return NativeLibrary.getProcess().getFunction(name);
    }

    /** Has {@link #peak} begin anew, where the system can. */
    static void forgetPeak() {
        if (Files.isWritable(MARKS)) {
            try {
                Files.writeString(MARKS, "5");
            } catch (final IOException e) {
                LOG.debug("The peak of memory counts from the start.", e);
            }
        }
    }

    /** Has the system refuse this process more than so many bytes more than it has; only Linux does. */
    static void limit(final long more) {
        if (!Platform.isLinux()) {
            return;
        }
        final long most = line("VmData:") + more;
        try (Memory limit = new Memory(2 * Long.BYTES)) {
            limit.setLong(0, most);
            limit.setLong(Long.BYTES, most);
            function("setrlimit").invokeInt(new Object[] {DATA, limit});
        } catch (final UnsatisfiedLinkError e) {
            LOG.debug("The system limits no memory.", e);
        }
    }
}
