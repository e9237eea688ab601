package io.github.unetfiji.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArchitectureTest {

    @Test
    void thePapersNetwork() {
        final Architecture paper = Architecture.of(4, 64, 1, 2);
        assertEquals(23, paper.layers().size());
        assertEquals(31_030_658, paper.parameterCount());
        assertEquals(64, paper.featuresAt(0));
        assertEquals(1024, paper.featuresAt(4));
        assertEquals(92, paper.tileGeometry().halo());
    }

    @Test
    void aSmallOne() {
        assertEquals(121_658, Architecture.of(4, 4, 1, 2).parameterCount());
    }

    @Test
    void layersInTheOrderOfTheDataFlow() {
        assertEquals(
                "[enc0.conv1 3>2, enc0.conv2 2>2, enc1.conv1 2>4, enc1.conv2 4>4, dec0.up 4>2,"
                        + " dec0.conv1 4>2, dec0.conv2 2>2, head 2>5]",
                Architecture.of(1, 2, 3, 5).layers().stream()
                        .map(layer -> layer.name() + " " + layer.in() + ">" + layer.out())
                        .toList()
                        .toString());
    }

    @Property(tries = 200)
    void operationsAgreeWithWalkingThroughTheNetwork(
            @ForAll @IntRange(min = 1, max = 5) final int depth,
            @ForAll @IntRange(min = 1, max = 70) final int features,
            @ForAll @IntRange(min = 1, max = 4) final int channels,
            @ForAll @IntRange(min = 2, max = 6) final int classes,
            @ForAll @IntRange(min = 1, max = 600) final int wide,
            @ForAll @IntRange(min = 1, max = 600) final int high) {
        final Architecture architecture = Architecture.of(depth, features, channels, classes);
        final int width = architecture.tileGeometry().inputFor(wide);
        final int height = architecture.tileGeometry().inputFor(high);
        assertEquals(
                walk(depth, features, channels, classes, width, height),
                architecture.operations(width, height));
    }

    /** Counts every multiplication and addition of every output pixel. */
    private static double walk(
            final int depth,
            final int features,
            final int channels,
            final int classes,
            final int width,
            final int height) {
        long w = width;
        long h = height;
        long in = channels;
        long out = features;
        double sum = 0;
        for (int level = 0; level <= depth; level++) {
            sum += 2.0 * 9 * in * out * (w - 2) * (h - 2);
            sum += 2.0 * 9 * out * out * (w - 4) * (h - 4);
            w -= 4;
            h -= 4;
            in = out;
            if (level < depth) {
                w /= 2;
                h /= 2;
                out *= 2;
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            w *= 2;
            h *= 2;
            out = in / 2;
            sum += 2.0 * in * out * w * h;
            sum += 2.0 * 9 * in * out * (w - 2) * (h - 2);
            sum += 2.0 * 9 * out * out * (w - 4) * (h - 4);
            w -= 4;
            h -= 4;
            in = out;
        }
        return sum + 2.0 * in * classes * w * h;
    }

    /**
     * Depth 1, 2 features, 20 px, in bytes: the image 20x20x1; 18x18x2 and 16x16x2; pooled 8x8x2 with
     * their positions; 6x6x4 and 4x4x4; concatenated 8x8x4; 6x6x2 and 4x4x2; four times 4x4x2 for the
     * classes; and four times the largest, 18x18x2. Dropout adds two of 16x16x2 and of 4x4x4.
     */
    @ParameterizedTest
    @CsvSource({"0, FLOAT32, 20928", "0.5, FLOAT32, 25536", "0, BFLOAT16, 11232"})
    void activationsOfATrainingStep(
            final double dropout, final Precision precision, final long bytes) {
        assertEquals(bytes, new Architecture(1, 2, 1, 2, dropout).trainingBytes(20, 20, precision));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|64|1|2|0|depth is 0, but must be from 1 to 8.",
                "9|64|1|2|0|depth is 9, but must be from 1 to 8.",
                "4|0|1|2|0|features is 0, but must be from 1 to 1024.",
                "4|1025|1|2|0|features is 1025, but must be from 1 to 1024.",
                "4|64|0|2|0|channels is 0, but must be from 1 to 1024.",
                "4|64|1|1|0|classes is 1, but must be from 2 to 256.",
                "4|64|1|257|0|classes is 257, but must be from 2 to 256.",
                "4|64|1|2|-0.1|dropout is -0.1, but must be from 0 to below 1.",
                "4|64|1|2|1|dropout is 1.0, but must be from 0 to below 1.",
                "4|64|1|2|NaN|dropout is NaN, but must be from 0 to below 1.",
                "4|1024|1|2|0|A network of depth 4 with 1024 features has a layer of 2415919104"
                        + " weights, but at most 536870911 are possible: use fewer features or a"
                        + " smaller depth.",
            })
    void badShapes(
            final int depth,
            final int features,
            final int channels,
            final int classes,
            final double dropout,
            final String sentence) {
        assertEquals(
                sentence,
                assertThrows(
                                UNetException.class,
                                () -> new Architecture(depth, features, channels, classes, dropout))
                        .getMessage());
    }

    @Test
    void cropsOfThePaper() {
        final Architecture paper = Architecture.of(4, 64, 1, 2);
        assertEquals(4, paper.skipCrop(3));
        assertEquals(16, paper.skipCrop(2));
        assertEquals(40, paper.skipCrop(1));
        assertEquals(88, paper.skipCrop(0));
    }
}
