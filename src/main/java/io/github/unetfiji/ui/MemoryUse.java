package io.github.unetfiji.ui;

import io.github.unetfiji.text.MemorySize;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of this program, libtorch's included where the system tells it (Linux), otherwise
 * Java's heap alone. Memory of a GPU is not in it.
 */
final class MemoryUse {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private MemoryUse() {}

    /** One phrase for people. */
    static String words() {
        final OptionalLong resident = resident();
        if (resident.isPresent()) {
            final OptionalLong total = computer();
            return MemorySize.about(resident.getAsLong())
                    + " in use"
                    + (total.isPresent()
                            ? " of " + MemorySize.about(total.getAsLong()) + " in the computer"
                            : "");
        }
        final Runtime runtime = Runtime.getRuntime();
        return MemorySize.about(runtime.totalMemory() - runtime.freeMemory())
                + " of at most "
                + MemorySize.about(runtime.maxMemory())
                + " that Java may take, without that of the network";
    }

    private static OptionalLong resident() {
        if (!Files.isReadable(STATUS)) {
            return OptionalLong.empty();
        }
        try {
            return resident(Files.readAllLines(STATUS, StandardCharsets.UTF_8));
        } catch (final IOException e) {
            // NB: then the heap is shown instead, and the text says so.
            return OptionalLong.empty();
        }
    }

    /** The resident set that Linux reports, in bytes. */
    static OptionalLong resident(final List<String> status) {
        for (final String line : status) {
            final Matcher matcher = RESIDENT.matcher(line);
            if (matcher.matches()) {
                return OptionalLong.of(1024 * Long.parseLong(matcher.group(1)));
            }
        }
        return OptionalLong.empty();
    }

    /** NB: the limit of a container, where there is one. */
    private static OptionalLong computer() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? OptionalLong.of(system.getTotalMemorySize())
                : OptionalLong.empty();
    }
}
