package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.OptionalInt;

/**
 * The channels are images, or anything else of which no classes can be made.
 *
 * @param channels names
 * @param reason why there are no classes, one sentence
 */
record ImageChannels(List<String> channels, String reason) implements ResultMeaning {

    @Override
    public OptionalInt background() {
        return OptionalInt.empty();
    }

    @Override
    public List<String> classes() {
        throw new UNetException(reason);
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        throw new UNetException(reason);
    }

    @Override
    public ObjectRule objects(final SegmentationOptions options, final InstanceSettings settings) {
        throw new UNetException(reason);
    }
}
