package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.CalibratedSlices;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MagnificationTest {

    private static final PixelSize FOUR = new PixelSize(4, 4, LengthUnit.NANOMETER);
    private static final UNetModel MODEL = Models.calibrated(Models.tiny(1, 3, "slice"), FOUR);

    private static Magnification of(
            final Scaling scaling, final SliceSource image, final UNetModel model) {
        return Magnification.of(scaling, image.pixelSize(), model.pixelSize());
    }

    private static Magnification of(final double x, final double y) {
        return of(Scaling.AUTO, CalibratedSlices.of(Slices.noise(9, 6, 1, 1, 1), x, y), MODEL);
    }

    @Test
    void factors() {
        assertEquals(new Magnification(2, 0.5), of(8, 2));
        assertEquals(new Magnification(1, 0.5), of(4.03, 2));
        assertEquals(Magnification.NONE, of(4.03, 3.97));
        assertEquals(new Magnification(1.0125, 1), of(4.05, 4));
        assertEquals(new Magnification(20, 0.05), of(80, 0.2));
    }

    @Test
    void withoutASizeOrWithoutWishing() {
        final SliceSource plain = Slices.noise(9, 6, 1, 1, 1);
        final SliceSource image = CalibratedSlices.of(plain, 8, 8);
        assertEquals(Magnification.NONE, of(Scaling.OFF, image, MODEL));
        assertEquals(Magnification.NONE, of(Scaling.AUTO, plain, MODEL));
        assertEquals(Magnification.NONE, of(Scaling.AUTO, image, Models.tiny(1, 3, "slice")));
        assertEquals(
                "The scale is '2', but must be auto or off.",
                assertThrows(UNetException.class, () -> SegmentationKeys.SCALE.read("2"))
                        .getMessage());
    }

    @ParameterizedTest
    @CsvSource({"81, 4, 81x4 nm", "4, 0.19, 4x0.19 nm"})
    void extremes(final double x, final double y, final String size) {
        assertEquals(
                "The image's pixels are "
                        + size
                        + " and those of the model 4x4 nm, but they may be at most a factor of 20"
                        + " apart: correct the one that is wrong by Image > Properties, or use"
                        + " scale=off.",
                assertThrows(UNetException.class, () -> of(x, y)).getMessage());
    }

    @Test
    void tooLargeForAnArray() {
        final Slices huge = new Slices(40_000, 30_000, 1, new float[0]);
        assertEquals(
                "The image would become 400000x300000 px at the pixel size of the model, which is too"
                        + " large: crop it, or use scale=off.",
                assertThrows(UNetException.class, () -> new Magnification(10, 10).of(huge))
                        .getMessage());
    }

    @Test
    void theSentence() {
        final SliceSource image = CalibratedSlices.of(Slices.noise(9, 6, 1, 1, 1), 8, 2);
        assertEquals(
                "Scale: 'calibrated' has pixels of 8x2 nm and the model of 4x4 nm, so 9x6 px are"
                        + " resampled to 18x3 px for the network, and its result back.",
                new Magnification(2, 0.5).sentence(image, MODEL));
    }

    private static float[] probabilities(
            final UNetModel model, final SliceSource image, final Magnification magnification) {
        try (Segmenter segmenter = Cpu.segmenter(model)) {
            final SliceSource calibrated =
                    CalibratedSlices.of(image, 4 * magnification.x(), 4 * magnification.y());
            final Segmentation result = Cpu.segment(segmenter, calibrated, Progress.NONE);
            assertEquals(image.width(), result.width());
            assertEquals(image.height(), result.height());
            return result.probabilities(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 7", "30, 1", "13, 9"})
    void anySizeBothWays(final int width, final int height) {
        final SliceSource image = Slices.noise(width, height, 1, 1, 1);
        final float[] plain = probabilities(MODEL, image, Magnification.NONE);
        assertArrayEquals(plain, probabilities(MODEL, image, new Magnification(1, 1)), 0);
        for (final Magnification m :
                new Magnification[] {new Magnification(2.5, 3), new Magnification(0.3, 0.05)}) {
            final float[] scaled = probabilities(MODEL, image, m);
            final int size = width * height;
            assertEquals(3 * size, scaled.length);
            for (int i = 0; i < size; i++) {
                assertEquals(1, scaled[i] + scaled[size + i] + scaled[2 * size + i], 1e-5);
            }
        }
    }

    /**
     * A phantom at twice the magnification, every pixel four times: with the pixel sizes the trained model says nearly the
     * same, mean difference below 0.02; without, it is lost.
     */
    @Test
    void aPhantomAtTwiceTheMagnification() {
        final UNetModel trained =
                Models.calibrated(
                        ModelPackage.read(Path.of("sample-data", "phantom-unet.zip")), FOUR);
        final int side = 160;
        final byte[] gray =
                Phantom.of(
                                PhantomSettings.builder()
                                        .setWidth(side)
                                        .setHeight(side)
                                        .setSlices(1)
                                        .setSeed(77)
                                        .build())
                        .slice(0)
                        .image();
        final float[] small = new float[side * side];
        final float[] large = new float[4 * side * side];
        for (int i = 0; i < large.length; i++) {
            final int at = i / (2 * side) / 2 * side + i % (2 * side) / 2;
            small[at] = gray[at] & 0xff;
            large[i] = small[at];
        }
        final SliceSource image = CalibratedSlices.of(Slices.gray(side, side, small), 4, 4);
        final SliceSource twice = CalibratedSlices.of(Slices.gray(2 * side, 2 * side, large), 2, 2);
        final float[] expected = probabilities(trained, image, of(Scaling.AUTO, image, trained));
        final double with =
                difference(
                        expected,
                        probabilities(trained, twice, of(Scaling.AUTO, twice, trained)),
                        side);
        final double without =
                difference(expected, probabilities(trained, twice, Magnification.NONE), side);
        assertTrue(with < 0.02, () -> "mean difference " + with);
        assertTrue(without > 5 * with, () -> "without scaling " + without);
    }

    /** Mean over the pixels of the smaller one, of the probability of the cell. */
    private static double difference(final float[] small, final float[] large, final int side) {
        final int size = side * side;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            final int at = 4 * size + i / side * 2 * 2 * side + i % side * 2;
            final float mean =
                    (large[at] + large[at + 1] + large[at + 2 * side] + large[at + 2 * side + 1])
                            / 4;
            sum += Math.abs(mean - small[size + i]);
        }
        return sum / size;
    }
}
