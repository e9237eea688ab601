package io.github.unetfiji.engine;

import io.github.unetfiji.UNetException;
import org.slf4j.LoggerFactory;

/**
 * A device, and why it was chosen.
 *
 * @param device where a network is to compute
 * @param reason for people, such as {@code it computes a small U-Net rightly}
 */
public record DeviceChoice(ComputeDevice device, String reason) {

    /** NB: remembers what was tried, so that it is tried once in a process. */
    private static final AutomaticDevice AUTOMATIC =
            AutomaticDevice.ofEngine(LoggerFactory.getLogger(DeviceChoice.class)::warn);

    /**
     * The device that a user names. If there is a GPU that does not work, a warning is logged once in a process.
     *
     * @param key {@code auto} (the first GPU that works, otherwise the processor), {@code cpu}, {@code gpu0}, {@code gpu1}, ..
     * @throws UNetException if there is no such device, or the engine cannot be loaded
     */
    public static DeviceChoice of(final String key) {
        return key.equals("auto")
                ? AUTOMATIC.choice()
                : new DeviceChoice(ComputeDevice.of(key), "it was asked for");
    }

    /** One sentence for people. */
    public String sentence() {
        return "Device: " + device + ", because " + reason + ".";
    }
}
