package io.github.unetfiji.bioimageio;

import java.util.List;
import java.util.Optional;

/**
 * An axis of a tensor, as a package says.
 *
 * @param kind what it counts
 * @param id its name; those of 0.4 have the names of 0.5: batch, channel, time, index, z, y, x
 * @param size its lengths
 * @param channels names of the channels, as many as the axis is long; empty for other axes
 * @param halo px at both ends that are not to be used of a tile, 0 or more; only outputs have it
 * @param scale length of a pixel in the unit, above 0
 * @param unit such as micrometer; empty where the package has none
 */
public record TensorAxis(
        Kind kind,
        String id,
        AxisSize size,
        List<String> channels,
        int halo,
        double scale,
        Optional<String> unit) {

    /** What an axis counts. */
    public enum Kind {
        BATCH,
        INDEX,
        TIME,
        CHANNEL,
        Z,
        Y,
        X;

        /** Whether it is a direction in the specimen. */
        public boolean isSpatial() {
            return this == Z || this == Y || this == X;
        }
    }

    public TensorAxis {
        channels = List.copyOf(channels);
    }
}
