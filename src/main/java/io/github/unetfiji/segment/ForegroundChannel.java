package io.github.unetfiji.segment;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeededWatershed;
import java.util.List;
import java.util.OptionalInt;

/**
 * One channel tells how probable it is that a pixel is not background, and perhaps another one how probable it is that it lies
 * on the boundary between two objects.
 *
 * @param channels names of all channels
 * @param foreground index of the one
 * @param boundary index of the other; empty if there is none
 * @param background index of a channel that tells the opposite, which is not looked at; empty if there is none
 */
record ForegroundChannel(
        List<String> channels, int foreground, OptionalInt boundary, OptionalInt background)
        implements ResultMeaning {

    private static final double HALF = 0.5;

    @Override
    public List<String> classes() {
        return List.of("background", channels.get(foreground));
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        return above(options.classThreshold().orElse(HALF));
    }

    private ClassRule above(final double threshold) {
        return (planes, size) -> {
            final byte[] classes = new byte[size];
            for (int i = 0; i < size; i++) {
                classes[i] = (byte) (planes[foreground * size + i] > threshold ? 1 : 0);
            }
            return classes;
        };
    }

    @Override
    public ObjectRule objects(final SegmentationOptions options, final InstanceSettings settings) {
        final boolean atBoundary = boundary.isPresent() && options.split().isEmpty();
        return new ObjectRule(
                above(settings.threshold()),
                atBoundary
                        ? (kinds, planes) -> flooded(kinds, planes, settings.threshold())
                        : ObjectRule.components(settings));
    }

    /**
     * Objects that are divided at their boundaries: a seeded watershed of the boundary within the foreground. Seeds are the
     * components of the pixels whose foreground is larger than their boundary by more than the threshold; foreground without a
     * seed is no object.
     */
    private LabelMap flooded(final LabelMap kinds, final float[] planes, final double threshold) {
        final int size = kinds.labels().length;
        final float[] heights = new float[size];
        final int[] cores = new int[size];
        System.arraycopy(planes, boundary.orElseThrow() * size, heights, 0, size);
        for (int i = 0; i < size; i++) {
            final float difference = planes[foreground * size + i] - heights[i];
            cores[i] = kinds.labels()[i] > 0 && difference > threshold ? 1 : 0;
        }
        final LabelMap seeds =
                ConnectedComponents.of(
                        LabelMap.of(cores, kinds.width(), kinds.height()), Connectivity.FOUR);
        return SeededWatershed.of(seeds, heights, kinds);
    }
}
