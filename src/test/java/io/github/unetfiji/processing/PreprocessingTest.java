package io.github.unetfiji.processing;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.Operation;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreprocessingTest {

    private static final OptionalDouble NONE = OptionalDouble.empty();
    private static final Optional<List<String>> PLANE = Optional.of(List.of("y", "x"));
    private static final Optional<List<String>> STACK = Optional.of(List.of("batch", "y", "x"));

    private static SliceSource prepared(final SliceSource image, final Operation... operations) {
        return Preprocessing.of(OperationCase.description("bcyx", List.of(operations)))
                .normalized(image, Progress.NONE);
    }

    private static Operation range(
            final Optional<List<String>> axes, final double low, final double high) {
        return new Operation.ScaleRange(axes, low, high, 1e-6, Optional.empty());
    }

    /** Linear percentile of sorted values. */
    private static double percentile(final float[] sorted, final double percent) {
        final double place = percent / 100 * (sorted.length - 1);
        final int below = (int) place;
        final int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] * (1 - place + below) + sorted[above] * (place - below);
    }

    private static float[] sorted(final float[]... parts) {
        int length = 0;
        for (final float[] part : parts) {
            length += part.length;
        }
        final float[] all = new float[length];
        int filled = 0;
        for (final float[] part : parts) {
            System.arraycopy(part, 0, all, filled, part.length);
            filled += part.length;
        }
        Arrays.sort(all);
        return all;
    }

    private static float[] channel(final Slices image, final int slice, final int channel) {
        final int size = image.width() * image.height();
        return Arrays.copyOfRange(image.values()[slice], channel * size, (channel + 1) * size);
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 200})
    void percentilesOfAStackAreExact(final int side) {
        final Slices image = Slices.noise(side, side + 3, 2, 3, 11);
        // NB: also values below 0 and of other magnitudes.
        for (int i = 0; i < 50; i++) {
            image.values()[1][i * 7] *= -1e-4f * i;
        }
        final SliceSource stack = prepared(image, range(STACK, 1.7, 99.6));
        final SliceSource slices = prepared(image, range(PLANE, 1.7, 99.6));
        for (int c = 0; c < 2; c++) {
            final float[] all =
                    sorted(channel(image, 0, c), channel(image, 1, c), channel(image, 2, c));
            final float[] one = sorted(channel(image, 1, c));
            final int at = c * side * (side + 3) + 5;
            final float raw = image.values()[1][at];
            assertEquals(scaled(raw, all), stack.slice(1)[at], 1e-6);
            assertEquals(scaled(raw, one), slices.slice(1)[at], 1e-6);
        }
    }

    private static double scaled(final float raw, final float[] sorted) {
        final double low = percentile(sorted, 1.7);
        return (raw - low) / (percentile(sorted, 99.6) - low + 1e-6);
    }

    @Test
    void aSampleIsASliceAndTheDataSetIsTheStack() {
        final Slices image = Slices.noise(40, 30, 1, 4, 3);
        final Operation slice =
                new Operation.ZeroMeanUnitVariance(Optional.of(List.of("channel", "y", "x")), 1e-6);
        final Operation stack = new Operation.ZeroMeanUnitVariance(Optional.empty(), 1e-6);
        for (int z = 0; z < 4; z++) {
            assertArrayEquals(
                    ours(image, "slice").slice(z), prepared(image, slice).slice(z), 1e-6f);
            assertArrayEquals(
                    ours(image, "stack").slice(z), prepared(image, stack).slice(z), 1e-6f);
        }
    }

    private static SliceSource ours(final Slices image, final String mode) {
        return NormalizedSlices.of(image, Normalization.of(mode), Progress.NONE);
    }

    @Test
    void statisticsAreThoseBeforeTheFirstOperation() {
        final Slices image = Slices.gray(2, 2, new float[] {10, 20, 30, 40});
        final float[] values =
                prepared(
                                image,
                                new Operation.ScaleLinear(
                                        List.of(2.0), List.of(5.0), Optional.empty()),
                                new Operation.ZeroMeanUnitVariance(PLANE, 1e-6))
                        .slice(0);
        // The mean is 25 and the deviation 11.18, not 55 and 22.36.
        assertEquals((25 - 25) / Math.sqrt(125), values[0], 1e-6);
        assertEquals((85 - 25) / Math.sqrt(125), values[3], 1e-6);
    }

    @Test
    void percentilesClip() {
        final float[] values = new float[101];
        for (int i = 0; i < values.length; i++) {
            values[i] = 37 * i % 101;
        }
        final Slices image = Slices.gray(101, 1, values);
        final Operation slice =
                new Operation.Clip(
                        NONE, NONE, OptionalDouble.of(9.6), OptionalDouble.of(90), PLANE);
        final float[] clipped = sorted(prepared(image, slice).slice(0));
        // NB: of a sample, the value that at least 9.6 % of the values do not exceed; nothing
        // between.
        assertEquals(9, clipped[0]);
        assertEquals(90, clipped[100]);
        final Operation stack =
                new Operation.Clip(
                        NONE, OptionalDouble.of(50), OptionalDouble.of(9.6), NONE, STACK);
        final float[] ofStack = sorted(prepared(image, stack).slice(0));
        assertEquals(9.6f, ofStack[0], 1e-5);
        assertEquals(50, ofStack[100]);
    }

    @ParameterizedTest
    @CsvSource({
        "uint8, 3.9, 3",
        "uint8, 300.5, 44",
        "uint8, -1.5, 255",
        "int8, 130, -126",
        "uint16, 65537, 1",
        "int16, 40000, -25536",
        "int32, -7.9, -7",
        "uint32, -1, 4294967295",
        "int64, 12.7, 12",
        "bool, 0.2, 1",
        "bool, 0, 0",
        "float32, 0.2, 0.2",
        "float64, 0.2, 0.2"
    })
    void integersAreTruncatedAndWrap(final String dtype, final float before, final float after) {
        // NB: not at the start, where the image must fit.
        final Operation same =
                new Operation.ScaleLinear(List.of(1.0), List.of(0.0), Optional.empty());
        assertEquals(
                after,
                prepared(
                                Slices.gray(1, 1, new float[] {before}),
                                same,
                                new Operation.EnsureDtype(dtype))
                        .slice(0)[0]);
    }

    @Test
    void anImageMustFitTheIntegersThatAModelTakes() {
        final Operation cast = new Operation.EnsureDtype("uint8");
        assertEquals(255, prepared(Slices.gray(1, 1, new float[] {255.9f}), cast).slice(0)[0]);
        final SliceSource tooBright = prepared(Slices.gray(2, 1, new float[] {0, 256}), cast);
        assertEquals(
                "The image holds 256.0, but the model takes uint8, 0.0 to 255.0: scale the intensities to"
                        + " that range.",
                assertThrows(UNetException.class, () -> tooBright.slice(0)).getMessage());
    }

    @Test
    void sigmoid() {
        final float[] values =
                prepared(Slices.gray(4, 1, new float[] {-200, -1, 0, 3}), new Operation.Sigmoid())
                        .slice(0);
        assertArrayEquals(new float[] {0, .26894142f, .5f, .95257413f}, values, 1e-7f);
    }

    @Test
    void numbersOfOtherChannelsAreRefused() {
        final SliceSource slices =
                prepared(
                        Slices.noise(3, 3, 3, 1, 1),
                        new Operation.ScaleLinear(
                                List.of(1.0, 2.0), List.of(0.0, 0.0), Optional.of("channel")));
        assertEquals(
                "The operation 'scale_linear' of the package has 2 numbers, but the tensor has 3 channels or"
                        + " other parts for them.",
                assertThrows(UNetException.class, () -> slices.slice(0)).getMessage());
    }

    @Test
    void intensitiesMustBeFinite() {
        final Slices image = Slices.gray(2, 1, new float[] {0, Float.NaN});
        final Operation one = new Operation.Sigmoid();
        assertTrue(
                assertThrows(UNetException.class, () -> prepared(image, one).slice(0))
                        .getMessage()
                        .startsWith("The image holds NaN at x=1, y=0 of slice 1"));
        final Operation stack = new Operation.ZeroMeanUnitVariance(STACK, 1e-6);
        assertThrows(UNetException.class, () -> prepared(image, stack));
    }

    @Test
    void readingAStackIsReportedAndCancelled() {
        final Slices image = Slices.noise(5, 4, 1, 3, 2);
        final List<String> reports = new ArrayList<>();
        final Preprocessing percentiles =
                Preprocessing.of(OperationCase.description("bcyx", List.of(range(STACK, 1, 99))));
        percentiles.normalized(
                image, (done, total, message) -> reports.add(done + "/" + total + " " + message));
        assertEquals(6, reports.size());
        assertEquals("6/6 reading intensities", reports.get(5));
        assertThrows(
                CancelledException.class,
                () -> percentiles.normalized(image, Progress.NONE.orCancelledBy(() -> true)));
        reports.clear();
        Preprocessing.of(OperationCase.description("bcyx", List.of(range(PLANE, 1, 99))))
                .normalized(image, (done, total, message) -> reports.add(message));
        assertEquals(List.of(), reports);
    }

    @Test
    void pointwiseOperationsNeedNoStatistics() {
        assertTrue(isPointwise(new Operation.Sigmoid()));
        assertTrue(isPointwise(new Operation.Softmax("channel")));
        assertTrue(isPointwise(new Operation.Binarize(List.of(.5), Optional.empty())));
        assertTrue(
                isPointwise(
                        new Operation.Clip(
                                OptionalDouble.of(0),
                                OptionalDouble.of(1),
                                NONE,
                                NONE,
                                Optional.empty())));
        assertFalse(isPointwise(new Operation.Softmax("y")));
        assertFalse(isPointwise(range(PLANE, 0, 100)));
        assertFalse(
                isPointwise(
                        new Operation.ScaleLinear(
                                List.of(1.0, 2.0, 3.0), List.of(0.0, 0.0, 0.0), Optional.of("y"))));
    }

    private static boolean isPointwise(final Operation operation) {
        return OutputProcessing.of(OperationCase.description("bcyx", List.of(operation)))
                .isPointwise();
    }

    @Test
    void aMissingReferenceIsNamed() {
        final OutputProcessing matched =
                OutputProcessing.of(
                        OperationCase.description(
                                "bcyx",
                                List.of(new Operation.ScaleMeanVariance("other", PLANE, 1e-6))));
        assertEquals(java.util.Set.of("other"), matched.references());
        final NamedTensor own =
                new NamedTensor(List.of("channel", "y", "x"), new int[] {1, 1, 2}, new float[2]);
        assertEquals(
                "An operation of the package needs statistics of the tensor 'other', but there are only raw.",
                assertThrows(
                                UNetException.class,
                                () -> matched.applied(java.util.Map.of("raw", own)))
                        .getMessage());
    }
}
