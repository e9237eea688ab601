package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.bioimageio.NumpyFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The tolerance that a package with other weights states. */
class FineTunedToleranceTest {

    private static Object bounded(final float largest, final Object list) {
        final Map<String, Object> zoo =
                new LinkedHashMap<>(Map.of("reproducibility_tolerance", list));
        FineTunedTolerance.bound(
                zoo, NumpyFile.bytes(new float[] {-9, largest, -3}, new long[] {1, 3}));
        return zoo.get("reproducibility_tolerance");
    }

    @Test
    void itIsAtMostOnePercentOfTheLargestValue() {
        final List<Object> stated =
                List.of(
                        Map.of("absolute_tolerance", 0.05, "relative_tolerance", 0.01),
                        Map.of("absolute_tolerance", 0.001),
                        Map.of("relative_tolerance", 0.002));
        assertEquals(stated, bounded(6, stated));
        assertEquals(
                List.of(
                        Map.of("absolute_tolerance", 0.0099 * 0.5f, "relative_tolerance", 0.01),
                        Map.of("absolute_tolerance", 0.001),
                        Map.of("relative_tolerance", 0.002)),
                bounded(0.5f, stated));
    }

    /** No tolerance is allowed then: the usual one holds, which is not compared with the output. */
    @Test
    void aLargestValueThatIsNotPositiveLeavesNone() {
        assertEquals(List.of(), bounded(-1, List.of(Map.of("absolute_tolerance", 0.001))));
        assertEquals("odd", bounded(-1, "odd"));
    }

    @Test
    void whereNothingIsStatedNothingIsAdded() {
        final Map<String, Object> zoo = new LinkedHashMap<>();
        FineTunedTolerance.bound(zoo, new byte[0]);
        assertEquals(Map.of(), zoo);
    }
}
