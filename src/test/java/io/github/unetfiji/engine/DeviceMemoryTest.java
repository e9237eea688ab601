package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceMemoryTest {

    private static final long GB = 1L << 30;

    /** A machine of 16 GB of which 10 are available, 1 GB without its caches. */
    private static final List<String> TABLE =
            List.of("MemTotal:       16777216 kB", "MemAvailable:   10485760 kB", "Cached: 1 kB");

    @Test
    void aMachine() {
        assertEquals(10 * GB, DeviceMemory.free(16 * GB, GB, TABLE));
    }

    /** A container has what is left of its own limit. */
    @Test
    void aContainer() {
        assertEquals(3 * GB, DeviceMemory.free(4 * GB, 3 * GB, TABLE));
    }

    @Test
    void aSystemWithoutTable() {
        assertEquals(6 * GB, DeviceMemory.free(8 * GB, 6 * GB, List.of()));
        assertEquals(2 * GB, DeviceMemory.free(8 * GB, GB / 10, List.of()));
    }

    @Test
    void here() {
        final long free = DeviceMemory.free(ComputeDevice.CPU).orElseThrow();
        assertTrue(free > 0, () -> free + " bytes");
        assertTrue(free <= DeviceMemory.of(ComputeDevice.CPU).orElseThrow(), () -> free + " bytes");
    }
}
