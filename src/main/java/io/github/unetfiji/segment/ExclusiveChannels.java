package io.github.unetfiji.segment;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The channels of a package are the probabilities of classes that exclude each other. As those of this program, but for the
 * place of the background.
 *
 * @param channels names
 * @param first index of the background
 */
record ExclusiveChannels(List<String> channels, int first) implements ResultMeaning {

    @Override
    public OptionalInt background() {
        return OptionalInt.of(first);
    }

    @Override
    public List<String> classes() {
        return ChannelRules.classes(channels, background());
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        return reordered(options.decision(Optional.empty()));
    }

    @Override
    public ObjectRule objects(final SegmentationOptions options, final InstanceSettings settings) {
        return new ObjectRule(
                reordered(Decision.above(settings.threshold())), ObjectRule.components(settings));
    }

    private ClassRule reordered(final ClassRule rule) {
        return first == 0
                ? rule
                : (planes, size) -> rule.classes(backgroundFirst(planes, size), size);
    }

    private float[] backgroundFirst(final float[] planes, final int size) {
        final float[] ordered = new float[planes.length];
        System.arraycopy(planes, first * size, ordered, 0, size);
        System.arraycopy(planes, 0, ordered, size, first * size);
        final int behind = (first + 1) * size;
        System.arraycopy(planes, behind, ordered, behind, planes.length - behind);
        return ordered;
    }
}
