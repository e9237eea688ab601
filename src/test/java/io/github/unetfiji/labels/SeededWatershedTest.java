package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SeededWatershedTest {

    private static LabelMap map(final int width, final int... labels) {
        return LabelMap.of(labels, width, labels.length / width);
    }

    @Test
    void twoBasinsMeetAtTheRidge() {
        final LabelMap seeds = map(7, 0, 5, 0, 0, 0, 9, 0);
        final float[] heights = {0.1f, 0, 0.2f, 0.9f, 0.3f, 0, 0.1f};
        final LabelMap all = map(7, 1, 1, 1, 1, 1, 1, 1);
        // NB: the ridge goes to the side where the lower neighbour is.
        assertArrayEquals(
                new int[] {5, 5, 5, 5, 9, 9, 9}, SeededWatershed.of(seeds, heights, all).labels());
    }

    /** A minimum without a seed is no object of its own: it is filled from the neighbour. */
    @Test
    void aMinimumWithoutASeedIsFilled() {
        final LabelMap seeds = map(6, 3, 0, 0, 0, 0, 0);
        final float[] heights = {0.5f, 0.8f, 0, 0.9f, 0.2f, 0.1f};
        assertArrayEquals(
                new int[] {3, 3, 3, 3, 3, 3},
                SeededWatershed.of(seeds, heights, map(6, 1, 1, 1, 1, 1, 1)).labels());
    }

    @Test
    void whatNoSeedReachesIsBackground() {
        final LabelMap seeds = map(5, 1, 0, 0, 0, 0);
        assertArrayEquals(
                new int[] {1, 1, 0, 0, 0},
                SeededWatershed.of(seeds, new float[5], map(5, 1, 1, 0, 1, 1)).labels());
        assertArrayEquals(
                new int[5],
                SeededWatershed.of(seeds, new float[5], map(5, 0, 1, 1, 1, 1)).labels());
    }

    /** The lowest highest pixel of a path from any of the pixels to each one, by relaxing until nothing changes. */
    private static float[] passes(
            final boolean[] from, final float[] heights, final int[] mask, final int width) {
        final float[] pass = new float[heights.length];
        for (int i = 0; i < pass.length; i++) {
            pass[i] = from[i] && mask[i] > 0 ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 0; i < pass.length; i++) {
                for (int n = 0; n < pass.length; n++) {
                    final int away =
                            Math.abs(n % width - i % width) + Math.abs(n / width - i / width);
                    final float via = Math.max(pass[n], heights[i]);
                    if (away == 1 && mask[i] > 0 && via < pass[i]) {
                        pass[i] = via;
                        changed = true;
                    }
                }
            }
        }
        return pass;
    }

    @Property(tries = 300)
    void everyPixelBelongsToASeedThatReachesItFirst(
            @ForAll @IntRange(min = 1, max = 12) final int width,
            @ForAll @IntRange(min = 1, max = 12) final int height,
            @ForAll @IntRange(min = 0, max = 5) final int seeds,
            @ForAll @IntRange(min = 2, max = 1000) final int levels,
            @ForAll final long random) {
        final Random numbers = new Random(random);
        final int size = width * height;
        final float[] heights = new float[size];
        final int[] mask = new int[size];
        for (int i = 0; i < size; i++) {
            heights[i] = numbers.nextInt(levels);
            mask[i] = numbers.nextInt(5) == 0 ? 0 : 1;
        }
        final int[] planted = new int[size];
        for (int s = 1; s <= seeds; s++) {
            planted[numbers.nextInt(size)] = s;
        }
        final int[] result =
                SeededWatershed.of(map(width, planted), heights, map(width, mask)).labels();
        final boolean[] any = new boolean[size];
        for (int i = 0; i < size; i++) {
            any[i] = planted[i] > 0;
        }
        final float[] first = passes(any, heights, mask, width);
        for (int i = 0; i < size; i++) {
            assertEquals(first[i] == Float.POSITIVE_INFINITY, result[i] == 0);
            if (planted[i] > 0 && mask[i] > 0) {
                assertEquals(planted[i], result[i]);
            }
        }
        for (int s = 1; s <= seeds; s++) {
            final boolean[] own = new boolean[size];
            for (int i = 0; i < size; i++) {
                own[i] = planted[i] == s;
            }
            // NB: over the pixels of the part alone: it is connected, and reached as early as from
            // any seed.
            final int[] part = result.clone();
            for (int i = 0; i < size; i++) {
                part[i] = result[i] == s ? 1 : 0;
            }
            final float[] pass = passes(own, heights, part, width);
            for (int i = 0; i < size; i++) {
                if (part[i] > 0) {
                    assertEquals(first[i], pass[i]);
                }
            }
        }
    }
}
