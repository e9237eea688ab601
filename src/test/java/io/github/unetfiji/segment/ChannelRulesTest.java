package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Classes and objects of the channels of packages. */
class ChannelRulesTest {

    private static final OptionalInt NONE = OptionalInt.empty();
    private static final List<String> TWO = List.of("nuclei", "boundary");
    private static final SegmentationOptions DEFAULT = SegmentationOptions.DEFAULT;

    private static SegmentationOptions threshold(final double value) {
        return SegmentationOptions.builder().optThreshold(value).build();
    }

    private static SegmentationOptions split(final Split split) {
        return SegmentationOptions.builder().optSplit(split).build();
    }

    private static int[] objects(
            final ResultMeaning meaning,
            final SegmentationOptions options,
            final int width,
            final float... planes) {
        final InstanceSettings settings = options.objects(Optional.empty(), 1);
        final int height = planes.length / meaning.channels().size() / width;
        return new Instances(settings, meaning.objects(options, settings), width, height, 1)
                .next(planes);
    }

    @Test
    void oneForegroundIsAClassAboveTheThreshold() {
        final ResultMeaning one = new ForegroundChannel(List.of("nuclei"), 0, NONE, NONE);
        assertEquals(List.of("background", "nuclei"), one.classes());
        final float[] plane = {0.4f, 0.5f, 0.6f, 0.9f};
        assertArrayEquals(new byte[] {0, 0, 1, 1}, one.decision(DEFAULT).classes(plane, 4));
        assertArrayEquals(new byte[] {0, 0, 0, 1}, one.decision(threshold(0.7)).classes(plane, 4));
        assertArrayEquals(
                new int[] {0, 1, 0, 2}, objects(one, threshold(0.45), 4, 0.4f, 0.5f, 0.3f, 0.9f));
    }

    /** Two objects that touch have a boundary between them; at its ridge the left one wins, whose neighbour is lower. */
    @Test
    void aBoundaryDividesObjects() {
        final ResultMeaning two = new ForegroundChannel(TWO, 0, OptionalInt.of(1), NONE);
        final float[] planes = {
            0.9f, 0.9f, 0.8f, 0.9f, 0.9f, 0.2f, 0.6f,
            0.1f, 0.2f, 0.9f, 0.3f, 0.1f, 0.0f, 0.5f
        };
        assertArrayEquals(new int[] {1, 1, 1, 2, 2, 0, 0}, objects(two, DEFAULT, 7, planes));
        assertArrayEquals(
                new int[] {1, 1, 1, 1, 1, 0, 2}, objects(two, split(Split.NONE), 7, planes));
        assertArrayEquals(
                new byte[] {1, 1, 1, 1, 1, 0, 1}, two.decision(DEFAULT).classes(planes, 7));
    }

    @Test
    void theLargestIndependentChannelAboveTheThreshold() {
        final ResultMeaning three =
                new IndependentChannels(List.of("a", "b", "none"), OptionalInt.of(2));
        assertEquals(List.of("none", "a", "b"), three.classes());
        final float[] planes = {
            0.9f, 0.6f, 0.1f, 0.4f,
            0.2f, 0.7f, 0.1f, 0.45f,
            0.9f, 0.9f, 0.9f, 0.0f
        };
        assertArrayEquals(new byte[] {1, 2, 0, 0}, three.decision(DEFAULT).classes(planes, 4));
        assertArrayEquals(
                new byte[] {1, 2, 0, 2}, three.decision(threshold(0.42)).classes(planes, 4));
        assertArrayEquals(new int[] {1, 2, 0, 0}, objects(three, DEFAULT, 4, planes));
        final ResultMeaning apart = new IndependentChannels(List.of("a", "b"), NONE);
        assertEquals(List.of("background", "a", "b"), apart.classes());
        assertArrayEquals(
                new byte[] {2, 0}, apart.decision(DEFAULT).classes(new float[] {0, 0, 1, 0}, 2));
    }

    /** Wherever the background stands. */
    @Test
    void classesThatExcludeEachOther() {
        final ResultMeaning last = new ExclusiveChannels(List.of("a", "b", "background"), 2);
        assertEquals(List.of("background", "a", "b"), last.classes());
        assertEquals(OptionalInt.of(2), last.background());
        final float[] planes = {
            0.6f, 0.1f, 0.1f, 0.3f,
            0.2f, 0.2f, 0.8f, 0.3f,
            0.2f, 0.7f, 0.1f, 0.4f
        };
        assertArrayEquals(new byte[] {1, 0, 2, 0}, last.decision(DEFAULT).classes(planes, 4));
        assertArrayEquals(
                new int[] {1, 0, 2, 2},
                objects(
                        last,
                        threshold(0.55),
                        4,
                        0.6f,
                        0.1f,
                        0.1f,
                        0.2f,
                        0.2f,
                        0.2f,
                        0.8f,
                        0.4f,
                        0.2f,
                        0.7f,
                        0.1f,
                        0.4f));
        final ResultMeaning first = new ExclusiveChannels(List.of("background", "a"), 0);
        assertArrayEquals(
                new byte[] {0, 1},
                first.decision(DEFAULT).classes(new float[] {0.6f, 0.3f, 0.4f, 0.7f}, 2));
    }

    @Test
    void anImageHasNoClasses() {
        final ResultMeaning image = new ImageChannels(List.of("a"), "It is an image.");
        assertEquals(
                "It is an image.", assertThrows(UNetException.class, image::classes).getMessage());
        assertThrows(UNetException.class, () -> image.decision(DEFAULT));
        assertThrows(UNetException.class, () -> image.objects(DEFAULT, InstanceSettings.DEFAULT));
    }
}
