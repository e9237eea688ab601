package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The reach of functions whose reach is known. */
class ReachTest {

    private static final long[] SHAPE = {1, 1, 2, 256};

    private static OptionalInt along(final UnaryOperator<float[]> line, final int step) {
        return Reach.of(
                        input -> {
                            final float[] row = new float[256];
                            System.arraycopy(input.values(), 0, row, 0, 256);
                            final float[] out = line.apply(row);
                            return List.of(new Tensor(new long[] {1, 1, 1, out.length}, out));
                        })
                .along(SHAPE, 3, List.of(3), step);
    }

    private static float[] shifted(final float[] in, final int by) {
        final float[] out = new float[in.length];
        for (int i = 0; i < in.length; i++) {
            out[i] = i + by >= 0 && i + by < in.length ? in[i + by] : 0;
        }
        return out;
    }

    @Test
    void eachPixelForItself() {
        assertEquals(OptionalInt.of(0), along(in -> in, 1));
    }

    @Test
    void toOneSideOnly() {
        assertEquals(OptionalInt.of(7), along(in -> shifted(in, 7), 1));
        assertEquals(OptionalInt.of(7), along(in -> shifted(in, -7), 1));
        assertEquals(OptionalInt.of(16), along(in -> shifted(in, 7), 16));
    }

    /** Cells of a pooling: where tiles begin with a cell nothing beyond it is needed, elsewhere all but one pixel of it. */
    @Test
    void cellsOfAPooling() {
        final UnaryOperator<float[]> cells =
                in -> {
                    final float[] out = new float[in.length];
                    for (int i = 0; i < in.length; i++) {
                        for (int k = i / 16 * 16; k < i / 16 * 16 + 16; k++) {
                            out[i] += in[k];
                        }
                    }
                    return out;
                };
        assertEquals(OptionalInt.of(0), along(cells, 16));
        assertEquals(OptionalInt.of(15), along(cells, 1));
    }

    /** A weak pixel reaches, too; a mean of the whole image reaches everywhere. */
    @Test
    void weakAndEverywhere() {
        assertEquals(
                OptionalInt.of(40),
                along(
                        in -> {
                            final float[] out = shifted(in, 40);
                            for (int i = 0; i < out.length; i++) {
                                out[i] = in[i] + 1e-5f * out[i];
                            }
                            return out;
                        },
                        1));
        assertEquals(
                OptionalInt.empty(),
                along(
                        in -> {
                            float sum = 0;
                            for (final float value : in) {
                                sum += value;
                            }
                            final float[] out = new float[in.length];
                            java.util.Arrays.fill(out, sum);
                            return out;
                        },
                        1));
    }

    /** Twice as fine, half as fine, and cropped. */
    @Test
    void outputsOfOtherSizes() {
        assertEquals(
                OptionalInt.of(3),
                along(
                        in -> {
                            final float[] far = shifted(in, 3);
                            final float[] out = new float[512];
                            for (int i = 0; i < 512; i++) {
                                out[i] = far[i / 2];
                            }
                            return out;
                        },
                        1));
        assertEquals(
                OptionalInt.of(5),
                along(in -> java.util.Arrays.copyOfRange(shifted(in, 5), 20, 236), 1));
    }

    private static boolean isLocal(final UnaryOperator<float[]> line, final int reach) {
        return Reach.of(input -> List.of(line(input, line)))
                .isLocal(SHAPE, 3, List.of(3), 192, reach);
    }

    /** Line by line. */
    private static Tensor line(final Tensor input, final UnaryOperator<float[]> line) {
        final int length = (int) input.shape()[3];
        final float[] first = line.apply(java.util.Arrays.copyOfRange(input.values(), 0, length));
        return new Tensor(new long[] {1, 1, 1, first.length}, first);
    }

    /** Shifted by 7 px, the last 7 of the beginning lack their neighbours. */
    @Test
    void theBeginningGivesWhatTheWholeGives() {
        assertTrue(isLocal(in -> shifted(in, 7), 7));
        assertFalse(isLocal(in -> shifted(in, 7), 6));
        assertTrue(isLocal(in -> java.util.Arrays.copyOfRange(shifted(in, 5), 20, in.length), 30));
    }

    /** Halved and doubled again, first pixel on first and last on last: where a pixel lies depends on the length. */
    @Test
    void alignedCornersDependOnTheLength() {
        final UnaryOperator<float[]> aligned =
                in -> {
                    final float[] out = new float[in.length];
                    for (int i = 0; i < in.length; i++) {
                        final double at = i * (in.length / 2 - 1.0) / (in.length - 1);
                        final int left = Math.min((int) at, in.length / 2 - 2);
                        out[i] =
                                (float)
                                        (in[2 * left] * (1 - at + left)
                                                + in[2 * left + 2] * (at - left));
                    }
                    return out;
                };
        assertTrue(along(aligned, 8).isPresent());
        assertFalse(isLocal(aligned, 32));
    }

    /** The paper's network without padding: what it crops is what its pixels reach. */
    @Test
    void aUNet() {
        final Architecture shape = Architecture.of(3, 4, 1, 2);
        final int halo = shape.tileGeometry().halo();
        try (Network network =
                Network.forInference(
                        shape,
                        Parameters.initial(shape, 1),
                        ComputeDevice.CPU,
                        Precision.FLOAT32)) {
            final int side = shape.tileGeometry().inputFor(200);
            final OptionalInt reach =
                    Reach.of(
                                    input -> {
                                        final float[] out =
                                                network.logits(input.values(), side, side);
                                        final int inner = side - 2 * halo;
                                        return List.of(
                                                new Tensor(new long[] {1, 2, inner, inner}, out));
                                    })
                            .along(new long[] {1, 1, side, side}, 3, List.of(3), 8);
            assertEquals(OptionalInt.of((halo + 7) / 8 * 8), reach);
        }
    }
}
