package io.github.unetfiji.segment;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Each channel tells how probable it is that a pixel belongs to one class, whatever the others say. A pixel has the class of its
 * largest channel if that is above the threshold, and is background otherwise.
 *
 * @param channels names
 */
record IndependentChannels(List<String> channels) implements ResultMeaning {

    private static final double HALF = 0.5;

    @Override
    public OptionalInt background() {
        return OptionalInt.empty();
    }

    @Override
    public List<String> classes() {
        return Stream.concat(Stream.of("background"), channels.stream()).toList();
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        return above(options.classThreshold().orElse(HALF));
    }

    private static ClassRule above(final double threshold) {
        return (planes, size) -> {
            final byte[] classes = new byte[size];
            for (int i = 0; i < size; i++) {
                double largest = threshold;
                for (int p = i; p < planes.length; p += size) {
                    if (planes[p] > largest) {
                        largest = planes[p];
                        classes[i] = (byte) (p / size + 1);
                    }
                }
            }
            return classes;
        };
    }

    @Override
    public ObjectRule objects(
            final SegmentationOptions options, final InstanceSettings settings) {
        return new ObjectRule(above(settings.threshold()), ObjectRule.components(settings));
    }
}
