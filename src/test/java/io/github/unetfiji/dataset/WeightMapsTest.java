package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.stack.PlaneSource;
import io.github.unetfiji.weights.WeightMapSettings;
import org.junit.jupiter.api.Test;

class WeightMapsTest {

    /** Of the annotated slice 3 pixels are background and 1 is a cell: N / (2 n); the other does not count. */
    @Test
    void aSliceThatIsNotAnnotatedCountsNothing() {
        final PlaneSource planes =
                WeightMaps.planes(
                        new TestLabels(4, 1, new int[4], new int[] {0, 0, 0, 9}),
                        LabelKind.INSTANCES,
                        1,
                        WeightMapSettings.builder().optBorder(0).build());
        assertEquals(2, planes.slices());
        assertArrayEquals(new float[4], (float[]) planes.plane(0, 0));
        assertArrayEquals(
                new float[] {2 / 3f, 2 / 3f, 2 / 3f, 2}, (float[]) planes.plane(1, 0), 1e-6f);
    }
}
