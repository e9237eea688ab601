package io.github.unetfiji.processing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.stack.SliceSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation over every kind of axes, against values of the official core. */
class OperationsTest {

    static List<OperationCase> all() {
        return OperationCase.all();
    }

    /** Those that a slice (channel, y, x) can be read for, without another tensor. */
    static Stream<OperationCase> ofSlices() {
        return all().stream()
                .filter(one -> one.axes().equals("bcyx"))
                .filter(one -> OutputProcessing.of(one.description()).references().isEmpty());
    }

    private static void assertClose(final float[] expected, final float[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(
                    expected[i], actual[i], 3e-6 * Math.max(1, Math.abs(expected[i])), "at " + i);
        }
    }

    private static Map<String, NamedTensor> sample(final OperationCase one, final int index) {
        final TensorDescription description = one.description();
        return Map.of(
                "raw", NamedTensor.of(description, one.raw(index)),
                "ref", NamedTensor.of(description, one.reference(index)));
    }

    @ParameterizedTest
    @MethodSource("all")
    void aTensorBecomesWhatTheOfficialCoreMakesOfIt(final OperationCase one) {
        final OutputProcessing processing = OutputProcessing.of(one.description());
        final Statistics statistics = processing.statistics();
        for (int pass = 0; pass < statistics.passes(); pass++) {
            for (int i = 0; i < one.samples(); i++) {
                statistics.add(sample(one, i), pass);
            }
        }
        for (int i = 0; i < one.samples(); i++) {
            assertClose(one.expected(i), processing.applied(sample(one, i), statistics).values());
        }
    }

    @ParameterizedTest
    @MethodSource("ofSlices")
    void slicesOfAnImageAreTheSamples(final OperationCase one) {
        final float[][] slices = new float[one.samples()][];
        for (int i = 0; i < slices.length; i++) {
            slices[i] = one.raw(i).values();
        }
        final SliceSource prepared =
                Preprocessing.of(one.description())
                        .normalized(new Slices(4, 3, 2, slices), Progress.NONE);
        for (int i = slices.length - 1; i >= 0; i--) {
            assertClose(one.expected(i), prepared.slice(i));
        }
    }

    @ParameterizedTest
    @MethodSource("ofSlices")
    void theInputOfAProgramIsPreparedByTheSameFormula(final OperationCase one) {
        if (one.samples() == 1) {
            final float[] before = one.raw(0).values();
            final io.github.unetfiji.network.Tensor raw = one.raw(0);
            assertClose(one.expected(0), Preprocessing.of(one.description()).applied(raw).values());
            assertClose(before, raw.values());
        }
    }

    @Test
    void everyOperationHasValues() {
        assertTrue(all().size() >= 49);
        assertEquals(9, all().stream().map(one -> one.operation().getClass()).distinct().count());
        assertFalse(ofSlices().findAny().isEmpty());
    }
}
