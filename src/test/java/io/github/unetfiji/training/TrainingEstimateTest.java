package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.training.TrainingKeys.AVERAGE;
import static io.github.unetfiji.training.TrainingKeys.OPTIMIZER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrainingEstimateTest {

    private static final long GB = 1L << 30;
    private static final String DISK = " Until it ends, 500 MB on the disk to resume from.";

    @ParameterizedTest
    @CsvSource({
        "4, 64, 572, FLOAT32, ADAM, 2269917432",
        "4, 64, 572, FLOAT32, SGD, 2145794800",
        "4, 64, 572, BFLOAT16, ADAM, 1827855324",
        "4, 16, 188, FLOAT32, ADAM, 118429560",
        "3, 16, 564, FLOAT32, ADAM, 372191352",
    })
    void memory(
            final int depth,
            final int features,
            final int patch,
            final Precision precision,
            final OptimizerKind optimizer,
            final long bytes) {
        final Architecture architecture = new Architecture(depth, features, 1, 2, 0.5);
        assertEquals(bytes, TrainingEstimate.memory(architecture, patch, precision, optimizer));
    }

    @Property(tries = 100)
    void theLargestPatchFitsAndTheNextDoesNot(
            @ForAll @IntRange(min = 1, max = 5) final int depth,
            @ForAll @IntRange(min = 1, max = 80) final int features,
            @ForAll @IntRange(min = 1, max = 1200) final int wanted,
            @ForAll @LongRange(min = 1L << 24, max = 1L << 33) final long bytes,
            @ForAll final Precision precision,
            @ForAll final OptimizerKind optimizer) {
        final Architecture architecture = Architecture.of(depth, features, 1, 2);
        final int side =
                TrainingEstimate.largestPatch(architecture, precision, optimizer, wanted, bytes);
        final int more =
                TrainingEstimate.largestPatch(
                        architecture, precision, optimizer, wanted + 100, 2 * bytes);
        assertTrue(side <= wanted && side <= more, side + ", with more memory " + more);
        final int smallest = architecture.tileGeometry().smallestInput();
        final int next = side == 0 ? smallest : side + architecture.tileGeometry().alignment();
        if (side > 0) {
            assertTrue(architecture.tileGeometry().isValidInput(side), "valid: " + side);
            assertTrue(
                    TrainingEstimate.memory(architecture, side, precision, optimizer) <= bytes,
                    "fits: " + side);
        }
        assertTrue(
                next > wanted
                        || TrainingEstimate.memory(architecture, next, precision, optimizer)
                                > bytes,
                "could be larger: " + next);
    }

    /** As long as the file that was written. */
    @ParameterizedTest
    @CsvSource({"ADAM, 0, 496490528", "SGD, 0, 372367896", "ADAM, 0.9, 620613160"})
    void theStateOfThePapersNetwork(
            final OptimizerKind optimizer, final double average, final long bytes) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(OPTIMIZER, optimizer)
                        .with(AVERAGE, average)
                        .build();
        assertEquals(bytes, TrainingEstimate.state(new Architecture(4, 64, 1, 2, 0.5), settings));
    }

    @Test
    void thePapersNetworkInFourHundredMegabytes() {
        final Architecture architecture = new Architecture(4, 32, 1, 2, 0.5);
        assertEquals(
                252,
                TrainingEstimate.largestPatch(
                        architecture, Precision.FLOAT32, OptimizerKind.ADAM, 572, 400_000_000));
        assertEquals(
                572,
                TrainingEstimate.largestPatch(
                        architecture, Precision.FLOAT32, OptimizerKind.ADAM, 580, 2 * GB));
        assertEquals(
                0,
                TrainingEstimate.largestPatch(
                        architecture, Precision.FLOAT32, OptimizerKind.ADAM, 572, 1000));
        assertEquals(
                0,
                TrainingEstimate.largestPatch(
                        architecture, Precision.FLOAT32, OptimizerKind.ADAM, 187, 2 * GB));
    }

    private static TrainingEstimate estimate(
            final long bytes, final long available, final int iterations) {
        return estimate(bytes, available, iterations, 0);
    }

    private static TrainingEstimate estimate(
            final long bytes, final long available, final int iterations, final double minutes) {
        return new TrainingEstimate(
                ComputeDevice.CPU,
                572,
                iterations,
                minutes,
                bytes,
                497L << 20,
                available == 0 ? OptionalLong.empty() : OptionalLong.of(available),
                380,
                OptionalDouble.empty());
    }

    @Test
    void aSentenceOfWhatIsKnown() {
        final TrainingEstimate estimate = estimate(31 * GB / 10, 24 * GB - 400_000_000, 2250);
        assertEquals(
                "About 3.1 GB of memory (of 24 GB) on the processor." + DISK, estimate.sentence());
        assertEquals(
                "About 3.1 GB of memory (of 24 GB) and 12 min (320 ms an iteration) on the processor."
                        + DISK,
                estimate.withSeconds(0.32).sentence());
        assertEquals(
                "About 240 MB of memory and 77 min (2.04 s an iteration) on the processor." + DISK,
                estimate(240L << 20, 0, 2250).withSeconds(2.04).sentence());
        assertEquals(Optional.empty(), estimate.warning());
        assertEquals(Optional.empty(), estimate(GB, 0, 1).warning());
    }

    @Test
    void noLongerThanItMayTake() {
        assertEquals(
                "About 1.0 GB of memory and 10 min (4.00 s an iteration, 150 of 300 in that time) on the processor."
                        + DISK,
                estimate(GB, 0, 300, 10).withSeconds(4).sentence());
        assertEquals(
                "About 1.0 GB of memory and 5 min (1.00 s an iteration) on the processor." + DISK,
                estimate(GB, 0, 300, 10).withSeconds(1).sentence());
    }

    @Test
    void aWarningSaysWhatWouldFit() {
        final TrainingSettings settings = TrainingSettings.builder().build();
        final Architecture architecture = new Architecture(4, 64, 1, 2, 0.5);
        assertEquals(
                Optional.of(
                        "The training needs about 2.1 GB of memory, but the processor has 1.5 GB: use a patch"
                                + " of at most 380 px, or fewer features."),
                TrainingEstimate.of(architecture, 572, settings, OptionalLong.of(3 * GB / 2))
                        .warning());
        assertEquals(
                Optional.of(
                        "The training needs about 2.1 GB of memory, but the processor has 1.0 GB: use fewer"
                                + " features."),
                TrainingEstimate.of(architecture, 572, settings, OptionalLong.of(GB)).warning());
    }

    @Test
    void theMachineHasMoreMemoryThanThisProgram() {
        final long physical = DeviceMemory.of(ComputeDevice.CPU).orElseThrow();
        assertTrue(physical >= Runtime.getRuntime().totalMemory(), physical + " bytes");
    }

    @Test
    void aProbeIsQuickAndScales() {
        final Architecture architecture = Architecture.of(2, 2, 1, 2);
        final TrainingSettings settings = TrainingSettings.builder().with(DEPTH, 2).build();
        final double small =
                TrainingEstimate.probe(architecture, 44, settings, Progress.NONE).orElseThrow();
        assertTrue(small > 0 && small < 10, small + " s");
    }

    @Test
    void aProbeCanBeCancelled() {
        final Progress cancelled =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        final Architecture architecture = Architecture.of(1, 1, 1, 2);
        final TrainingSettings settings = TrainingSettings.builder().with(DEPTH, 1).build();
        assertThrows(
                CancelledException.class,
                () -> TrainingEstimate.probe(architecture, 20, settings, cancelled));
    }

    @ParameterizedTest
    @CsvSource({"8, 572, 572", "16, 572, 396", "32, 572, 252", "64, 572, 252", "64, 188, 188"})
    void theProbesPatch(final int features, final int patch, final int side) {
        assertEquals(
                side, StepProbe.side(Architecture.of(4, features, 1, 2), patch, ComputeDevice.CPU));
    }

    @ParameterizedTest
    @CsvSource({
        // a line: 1 s and 1 s for every operation
        "1, 2, 3, 4, 10, 11",
        // no overhead: proportional
        "1, 2, 3, 6, 10, 20",
        // noise: the larger patch cannot be more than proportionally slower, nor nearly free
        "1, 1, 3, 6, 10, 20",
        "1, 7, 3, 6, 10, 13",
        // the wanted patch itself was tried
        "3, 6, 3, 6, 3, 6",
    })
    void passesAreProlonged(
            final double small,
            final double smallSeconds,
            final double large,
            final double largeSeconds,
            final double wanted,
            final double seconds) {
        assertEquals(
                seconds,
                StepProbe.prolonged(small, smallSeconds, large, largeSeconds, wanted),
                1e-12);
    }
}
