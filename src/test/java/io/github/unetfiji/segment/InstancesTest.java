package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class InstancesTest {

    /** Probabilities of background and one class. */
    private static float[] cell(final double... probabilities) {
        final int size = probabilities.length;
        final float[] result = new float[2 * size];
        for (int i = 0; i < size; i++) {
            result[i] = (float) (1 - probabilities[i]);
            result[size + i] = (float) probabilities[i];
        }
        return result;
    }

    private static InstanceSettings settings(
            final double threshold, final Split split, final int smallest, final boolean link) {
        return new InstanceSettings(threshold, split, 1, smallest, link);
    }

    @Test
    void aboveTheThreshold() {
        final float[] p = cell(0.5, 0.6, 0.1, 0.9, 0.7, 0.4);
        assertArrayEquals(
                new int[] {0, 1, 0, 2, 2, 0},
                new Instances(InstanceSettings.DEFAULT, 6, 1, 1).next(p));
        assertArrayEquals(
                new int[] {0, 0, 0, 1, 0, 0},
                new Instances(settings(0.8, Split.NONE, 0, false), 6, 1, 1).next(p));
        assertArrayEquals(
                new int[] {1, 1, 1, 1, 1, 1},
                new Instances(settings(0, Split.NONE, 0, false), 6, 1, 1).next(p));
        assertArrayEquals(
                new int[6], new Instances(settings(1, Split.NONE, 0, false), 6, 1, 1).next(p));
    }

    /** Together more probable than background, each for itself less. */
    @Test
    void classesThatTouchAreObjectsOfTheirOwn() {
        final float[] p = {
            0.45f, 0.45f, 0.45f, 0.9f, //
            0.30f, 0.25f, 0.15f, 0.1f, //
            0.25f, 0.30f, 0.40f, 0.0f
        };
        final Instances instances = new Instances(InstanceSettings.DEFAULT, 4, 1, 1);
        assertArrayEquals(new int[] {1, 2, 2, 0}, instances.next(p));
        assertEquals(2, instances.largest());
        assertEquals(1, instances.classOf(1));
        assertEquals(2, instances.classOf(2));
    }

    @Test
    void idsCountInEverySliceOrAreLinked() {
        final float[] first = cell(1, 1, 0, 1);
        final float[] second = cell(1, 1, 0, 0);
        final Instances apart = new Instances(InstanceSettings.DEFAULT, 4, 1, 2);
        assertArrayEquals(new int[] {1, 1, 0, 2}, apart.next(first));
        assertArrayEquals(new int[] {1, 1, 0, 0}, apart.next(second));
        assertEquals(2, apart.largest());
        final Instances linked = new Instances(settings(0.5, Split.NONE, 0, true), 4, 1, 2);
        assertArrayEquals(new int[] {1, 1, 0, 2}, linked.next(first));
        assertArrayEquals(new int[] {1, 1, 0, 0}, linked.next(second));
        assertArrayEquals(new int[] {3, 3, 0, 4}, linked.next(first), "the next stack");
        final Instances frames = new Instances(settings(0.5, Split.NONE, 0, true), 4, 1, 1);
        frames.next(first);
        frames.next(first);
        assertArrayEquals(new int[] {1, 1, 0, 2}, frames.next(first), "a series");
    }

    @Test
    void smallOnesGo() {
        assertArrayEquals(
                new int[] {1, 1, 0, 0},
                new Instances(settings(0.5, Split.NONE, 2, false), 4, 1, 1).next(cell(1, 1, 0, 1)));
    }

    @Property(tries = 100)
    void laws(
            @ForAll final long seed,
            @ForAll @IntRange(min = 1, max = 30) final int width,
            @ForAll @IntRange(min = 1, max = 30) final int height,
            @ForAll @IntRange(min = 2, max = 4) final int classes,
            @ForAll final Split split,
            @ForAll final boolean link) {
        final Random random = new Random(seed);
        final Instances instances = new Instances(settings(0.5, split, 0, link), width, height, 3);
        final int size = width * height;
        int seen = 0;
        for (int slice = 0; slice < 4; slice++) {
            final float[] p = new float[classes * size];
            for (int i = 0; i < size; i++) {
                p[random.nextInt(classes) * size + i] = 1;
            }
            final int[] ids = instances.next(p);
            final int[] components = new int[size];
            for (int i = 0; i < size; i++) {
                for (int c = 1; c < classes; c++) {
                    components[i] = p[c * size + i] == 1 ? c : components[i];
                }
            }
            final int[] pieces =
                    ConnectedComponents.of(
                                    LabelMap.of(components, width, height), Connectivity.FOUR)
                            .labels();
            final Map<Integer, Integer> pieceOf = new HashMap<>();
            for (int i = 0; i < size; i++) {
                assertEquals(components[i] > 0, ids[i] > 0);
                if (ids[i] > 0) {
                    assertEquals(components[i], instances.classOf(ids[i]));
                    assertEquals(
                            pieces[i],
                            pieceOf.computeIfAbsent(ids[i], k -> pieces(pieces, ids, k)));
                }
            }
            final int most = Arrays.stream(ids).max().orElse(0);
            for (int id = link ? seen + 1 : 1; id <= most; id++) {
                assertTrue(pieceOf.containsKey(id), "no id is left out");
            }
            seen = Math.max(seen, most);
            assertEquals(seen, instances.largest());
        }
    }

    private static int pieces(final int[] pieces, final int[] ids, final int id) {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == id) {
                return pieces[i];
            }
        }
        return 0;
    }

    @Test
    void sentences() {
        assertEquals(
                "The threshold is 1.5, but must be from 0 to 1.",
                sentence(() -> settings(1.5, Split.NONE, 0, false)));
        assertEquals(
                "The smallest object is -1, but must be 0 or more px.",
                sentence(() -> settings(0.5, Split.NONE, -1, false)));
        assertEquals(
                "The height is 0.0, but must be above 0 px.",
                sentence(() -> new InstanceSettings(0.5, Split.NONE, 0, 0, false)));
        assertEquals(
                "The split is 'cut', but must be none or watershed.",
                sentence(() -> Split.of("cut")));
    }

    private static String sentence(final org.junit.jupiter.api.function.Executable call) {
        return assertThrows(UNetException.class, call).getMessage();
    }
}
