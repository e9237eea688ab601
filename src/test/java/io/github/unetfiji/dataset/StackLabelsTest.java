package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.IntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.IntervalView;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Label images of ImgLib2 pixels. */
class StackLabelsTest {

    private static String refusal(final CalibratedImage<? extends RealType<?>> labels) {
        return assertThrows(UNetException.class, () -> LabelSource.of(labels).slice(0))
                .getMessage();
    }

    @Test
    void axesAreInAnyOrderAndBeginAnywhere() {
        // (z, time, y, x) of size 2, 3, 2, 2
        final int[] values = new int[24];
        for (int i = 0; i < values.length; i++) {
            values[i] = i;
        }
        final IntervalView<IntType> pixels =
                Views.translate(ArrayImgs.ints(values, 2, 3, 2, 2), -5, 7, 1, 100);
        final LabelSource labels =
                LabelSource.of(
                        CalibratedImage.of("ids", pixels, Axis.Z, Axis.TIME, Axis.Y, Axis.X));
        assertEquals(6, labels.slices());
        assertArrayEquals(new int[] {0, 12, 6, 18}, labels.slice(0).labels(), "z 0, time 0");
        assertArrayEquals(new int[] {1, 13, 7, 19}, labels.slice(1).labels(), "z 1, time 0");
        assertArrayEquals(new int[] {3, 15, 9, 21}, labels.slice(3).labels(), "z 1, time 1");
    }

    @Test
    void largeIdsAreExact() {
        final int[] ids = {0, 16_777_217, Integer.MAX_VALUE, 3};
        final LabelSource labels =
                LabelSource.of(
                        CalibratedImage.of("ids", ArrayImgs.ints(ids, 2, 2), Axis.X, Axis.Y));
        assertEquals(1, labels.slices());
        assertArrayEquals(ids, labels.slice(0).labels());
    }

    @Test
    void refusals() {
        final CalibratedImage<FloatType> gray =
                CalibratedImage.of(
                        "gray", ArrayImgs.floats(new float[] {0, 0.5f}, 2, 1), Axis.X, Axis.Y);
        assertEquals(
                "'gray', slice 1: The label image has the value 0.5 at x=1, y=0; allowed are whole"
                        + " numbers from 0 (background) to 2147483647.",
                refusal(gray));
        assertEquals(
                "The label image 'rgb' has 3 channels, but labels have one.",
                refusal(
                        CalibratedImage.of(
                                "rgb", ArrayImgs.bytes(2, 2, 3), Axis.X, Axis.Y, Axis.CHANNEL)));
    }
}
