package io.github.unetfiji.command;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.SegmentationOptions;

/**
 * The keys by which a user chooses what computes.
 *
 * @param device auto, cpu, gpu0, ..
 * @param precision auto, float32 or bfloat16
 */
record DeviceKeys(String device, String precision) {

    private static final String AUTO = "auto";

    /**
     * Sets the options that are given: auto is not.
     *
     * @throws io.github.unetfiji.UNetException if there is no such device or precision
     */
    SegmentationOptions.Builder fill(final SegmentationOptions.Builder options) {
        if (!AUTO.equals(device)) {
            options.optDevice(ComputeDevice.of(device));
        }
        if (!AUTO.equals(precision)) {
            options.optPrecision(Precision.of(precision, ComputeDevice.CPU));
        }
        return options;
    }
}
