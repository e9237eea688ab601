package io.github.unetfiji.engine;

import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much memory a device offers. */
public final class DeviceMemory {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceMemory.class);

    private DeviceMemory() {}

    /**
     * Bytes that a program could use: the physical memory of the machine (or of its container) for the
     * processor, what is free now for a GPU. Empty if nobody knows.
     */
    public static OptionalLong of(final ComputeDevice device) {
        return device.isGpu() ? freeOf(device) : physical();
    }

    /** Bytes that are free now, or can be made free at once. Empty if nobody knows. */
    public static OptionalLong free(final ComputeDevice device) {
        return device.isGpu() ? freeOf(device) : HostMemory.free();
    }

    private static OptionalLong physical() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
                ? OptionalLong.of(machine.getTotalMemorySize())
                : OptionalLong.empty();
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
