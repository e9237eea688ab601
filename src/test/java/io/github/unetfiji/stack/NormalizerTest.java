package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.Progress;
import io.github.unetfiji.tiling.TestImages;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;

/** A program can bring its own normalisation. */
class NormalizerTest {

    private static final Normalizer LOGARITHM =
            (image, progress) -> image.map(NormalizerTest::logarithm);

    private static final RandomAccessibleInterval<? extends RealType<?>> PIXELS =
            TestImages.of(1, new Random(2), 3, 5, 4, 2);

    private static final CalibratedImage<? extends RealType<?>> IMAGE =
            CalibratedImage.of("image", PIXELS, Axis.Z, Axis.X, Axis.Y, Axis.TIME);

    private static float[] logarithm(final float[] slice) {
        for (int i = 0; i < slice.length; i++) {
            slice[i] = (float) Math.log1p(slice[i]);
        }
        return slice;
    }

    @Test
    void theAxesStay() {
        final CalibratedImage<FloatType> logarithms = LOGARITHM.normalized(IMAGE, Progress.NONE);
        assertEquals(List.of(Axis.X, Axis.Y, Axis.Z, Axis.TIME), logarithms.axes());
        assertArrayEquals(new long[] {5, 4, 3, 2}, logarithms.pixels().dimensionsAsLongArray());
        for (int z = 0; z < 3; z++) {
            for (int t = 0; t < 2; t++) {
                assertEquals(
                        (float) Math.log1p(PIXELS.getAt(z, 4, 2, t).getRealDouble()),
                        logarithms.pixels().getAt(4, 2, z, t).get());
            }
        }
    }

    /** What a model has of its own comes after it. */
    @Test
    void itStandsBeforeTheModelsOwn() {
        final SliceSource both =
                Normalization.of("slice")
                        .normalized(
                                LOGARITHM.normalized(SliceSource.of(IMAGE), Progress.NONE),
                                Progress.NONE);
        double sum = 0;
        for (final float value : both.slice(3)) {
            sum += value;
        }
        assertEquals(0, sum, 1e-4);
    }

    @Test
    void nameAndPixelSizeStay() {
        final PixelSize size = new PixelSize(4, 4, LengthUnit.NANOMETER);
        final CalibratedImage<FloatType> logarithms =
                LOGARITHM.normalized(IMAGE.withPixelSize(size), Progress.NONE);
        assertEquals("image", logarithms.name());
        assertEquals(Optional.of(size), logarithms.pixelSize());
    }

    @Test
    void aModelsOwnIsANormalizer() {
        final Normalizer stack = Normalization.of("stack");
        assertArrayEquals(
                NormalizedSlices.of(SliceSource.of(IMAGE), Normalization.of("stack"), Progress.NONE)
                        .slice(4),
                stack.normalized(SliceSource.of(IMAGE), Progress.NONE).slice(4));
    }
}
