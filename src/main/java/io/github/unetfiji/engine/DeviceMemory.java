package io.github.unetfiji.engine;

import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much memory a device offers. */
public final class DeviceMemory {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceMemory.class);

    /** Linux' table of the memory of the machine. */
    private static final Path TABLE = Path.of("/proc/meminfo");

    private DeviceMemory() {}

    /**
     * Bytes that a program could use: the physical memory of the machine (or of its container) for the
     * processor, what is free now for a GPU. Empty if it cannot be found out.
     */
    public static OptionalLong of(final ComputeDevice device) {
        return device.isGpu() ? freeOf(device) : toLong(machine().map(Machine::total));
    }

    /** Bytes that are free now, or can be made free at once. Empty if it cannot be found out. */
    public static OptionalLong free(final ComputeDevice device) {
        return device.isGpu()
                ? freeOf(device)
                : toLong(machine().map(host -> free(host.total(), host.free(), table())));
    }

    /** Memory of the machine or of its container, in bytes, as Java tells. */
    private record Machine(long total, long free) {}

    private static Optional<Machine> machine() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean host
                ? Optional.of(new Machine(host.getTotalMemorySize(), host.getFreeMemorySize()))
                : Optional.empty();
    }

    private static OptionalLong toLong(final Optional<Long> bytes) {
        return bytes.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    /**
     * Free memory of a machine or its container.
     *
     * @param total of the machine or container, as Java tells
     * @param free of the same
     * @param table lines of Linux' table of the machine's memory, empty elsewhere
     */
    static long free(final long total, final long free, final List<String> table) {
        final long available = bytes(table, "MemAvailable");
        // NB: a container has less than the machine, whose table then says nothing about it.
        if (available > 0 && bytes(table, "MemTotal") <= total) {
            return available;
        }
        // NB: what caches take is not free for Java (on macOS nearly nothing is), but given back.
        return Math.max(free, total / 4);
    }

    private static long bytes(final List<String> table, final String key) {
        return table.stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                .findFirst()
                .orElse(0);
    }

    private static List<String> table() {
        try {
            return Files.isReadable(TABLE) ? Files.readAllLines(TABLE) : List.of();
        } catch (final IOException e) {
            return List.of();
        }
    }

    private static OptionalLong freeOf(final ComputeDevice gpu) {
        try {
            // NB: DJL tells the whole memory as "max" and what is taken as "committed".
            final var usage = CudaUtils.getGpuMemory(gpu.device());
            return OptionalLong.of(usage.getMax() - usage.getCommitted());
        } catch (final RuntimeException | LinkageError e) {
            LOG.debug("The memory of {} cannot be read.", gpu, e);
            return OptionalLong.empty();
        }
    }
}
