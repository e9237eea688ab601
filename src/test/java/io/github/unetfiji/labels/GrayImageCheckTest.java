package io.github.unetfiji.labels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusLabels;
import java.nio.file.Path;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Labels are labels, however many and small the cells; gray images are none. */
class GrayImageCheckTest {

    private static final int SIDE = 60;

    private static void assertGray(final LabelMap map) {
        final String message =
                assertThrows(UNetException.class, () -> GrayImageCheck.check(map)).getMessage();
        assertTrue(message.startsWith("it is no label image but a gray image: its "), message);
    }

    private static LabelMap noise(final long seed, final int side, final int values) {
        final Random random = new Random(seed);
        final int[] noise = random.ints(side * side, 0, values).toArray();
        return LabelMap.of(noise, side, side);
    }

    @Property(tries = 60)
    void noiseIsGray(
            @ForAll final long seed, @ForAll @IntRange(min = 40, max = 65536) final int n) {
        assertGray(noise(seed, SIDE, n));
    }

    /** Neighbours are alike: each is the mean of so many others. */
    @Property(tries = 30)
    void blurredNoiseIsGray(
            @ForAll final long seed, @ForAll @IntRange(min = 1, max = 3) final int radius) {
        final int[] noise = noise(seed, SIDE, 256 * (2 * radius + 1)).labels();
        final int[] blurred = new int[noise.length];
        for (int i = 0; i < noise.length; i++) {
            long sum = 0;
            int n = 0;
            for (int dy = -radius; dy <= radius; dy++) {
                for (int dx = -radius; dx <= radius; dx++) {
                    final int x = i % SIDE + dx;
                    final int y = i / SIDE + dy;
                    if (x >= 0 && x < SIDE && y >= 0 && y < SIDE) {
                        sum += noise[y * SIDE + x];
                        n++;
                    }
                }
            }
            blurred[i] = (int) (sum / n / 2);
        }
        assertGray(LabelMap.of(blurred, SIDE, SIDE));
    }

    @Property(tries = 100)
    void randomCellsAreLabels(
            @ForAll final long seed, @ForAll @IntRange(min = 0, max = 400) final int cells) {
        GrayImageCheck.check(LabelMaps.random(seed, SIDE, SIDE, cells));
    }

    /** Thousands of ids, touching or a pixel apart, down to 2x2 px; single pixels apart. */
    @Property(tries = 60)
    void smallCellsAreLabels(
            @ForAll @IntRange(min = 1, max = 9) final int cell, @ForAll final boolean touching) {
        final int pitch = touching && cell > 1 ? cell : cell + 1;
        final int side = 200;
        final int[] labels = new int[side * side];
        for (int i = 0; i < labels.length; i++) {
            final int x = i % side;
            final int y = i / side;
            final boolean inside = x % pitch < cell && y % pitch < cell;
            labels[i] = inside ? 1 + y / pitch * side + x / pitch : 0;
        }
        GrayImageCheck.check(LabelMap.of(labels, side, side));
    }

    /** Touching cells with ragged borders: each pixel belongs to the nearest of some points, give or take a px. */
    @Property(tries = 20)
    void raggedCellsAreLabels(
            @ForAll final long seed, @ForAll @IntRange(min = 1, max = 300) final int cells) {
        final Random random = new Random(seed);
        final double[][] centres = new double[cells][2];
        for (final double[] centre : centres) {
            centre[0] = SIDE * random.nextDouble();
            centre[1] = SIDE * random.nextDouble();
        }
        final int[] labels = new int[SIDE * SIDE];
        for (int i = 0; i < labels.length; i++) {
            final double x = i % SIDE + random.nextGaussian();
            final double y = i / SIDE + random.nextGaussian();
            double least = Double.MAX_VALUE;
            for (int c = 0; c < cells; c++) {
                final double distance = Math.hypot(x - centres[c][0], y - centres[c][1]);
                if (distance < least) {
                    least = distance;
                    labels[i] = c + 1;
                }
            }
        }
        GrayImageCheck.check(LabelMap.of(labels, SIDE, SIDE));
    }

    /** Sixteen classes may be as fine as they like. */
    @Property(tries = 20)
    void aFewValuesAreLabels(
            @ForAll final long seed, @ForAll @IntRange(min = 1, max = 17) final int values) {
        GrayImageCheck.check(noise(seed, SIDE, values));
    }

    @Test
    void theSample() {
        assertEquals(
                "'phantom.tif', slice 1: it is no label image but a gray image: its 253 values lie in"
                        + " 139964 separate pieces of 1.0 px on average, where labels are areas of one"
                        + " value. A mask with smoothed edges is made one of two values by Image >"
                        + " Adjust > Threshold.",
                assertThrows(UNetException.class, () -> slice("phantom.tif")).getMessage());
        final LabelMap mask = slice("phantom-labels.tif");
        GrayImageCheck.check(ConnectedComponents.of(mask, Connectivity.FOUR));
    }

    private static LabelMap slice(final String name) {
        return ImagePlusLabels.of(ImageFiles.open(Path.of("sample-data", name))).slice(0);
    }
}
