package io.github.unetfiji.engine;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** Free memory of the machine, or of its container. */
final class HostMemory {

    private static final Path TABLE = Path.of("/proc/meminfo");

    private HostMemory() {}

    static OptionalLong free() {
        if (!(ManagementFactory.getOperatingSystemMXBean()
                instanceof OperatingSystemMXBean machine)) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(
                free(machine.getTotalMemorySize(), machine.getFreeMemorySize(), table()));
    }

    /**
     * @param total of the machine or container, as Java tells
     * @param free of the same
     * @param table lines of Linux' table of the machine's memory, empty elsewhere
     */
    static long free(final long total, final long free, final List<String> table) {
        final long available = bytes(table, "MemAvailable");
        // NB: a container has less than the machine; then the machine's table says nothing about
        // it.
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
}
