package io.github.unetfiji.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Architecture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the time of a step is found from patches that are quicker. */
class StepProbeTest {

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
