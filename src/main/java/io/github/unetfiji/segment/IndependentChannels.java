package io.github.unetfiji.segment;

import java.util.List;
import java.util.OptionalInt;

/**
 * Each channel tells how probable it is that a pixel belongs to one class, whatever the others say. A pixel has the class of its
 * largest channel if that is above the threshold, and is background otherwise.
 *
 * @param channels names
 * @param background index of a channel that tells that nothing is there, which is not looked at; empty if there is none
 */
record IndependentChannels(List<String> channels, OptionalInt background) implements ResultMeaning {

    private static final double HALF = 0.5;

    @Override
    public List<String> classes() {
        return ChannelRules.classes(channels, background);
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        return above(options.classThreshold().orElse(HALF));
    }

    private ClassRule above(final double threshold) {
        final int left = background.orElse(Integer.MAX_VALUE);
        return (planes, size) -> {
            final byte[] classes = new byte[size];
            for (int i = 0; i < size; i++) {
                double largest = threshold;
                for (int c = 0; c < channels.size(); c++) {
                    if (c != left && planes[c * size + i] > largest) {
                        largest = planes[c * size + i];
                        classes[i] = (byte) (c < left ? c + 1 : c);
                    }
                }
            }
            return classes;
        };
    }

    @Override
    public ObjectRule objects(final SegmentationOptions options, final InstanceSettings settings) {
        return new ObjectRule(above(settings.threshold()), ObjectRule.components(settings));
    }
}
