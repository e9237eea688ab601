package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.labels.ConnectedComponents;
import io.github.unetfiji.labels.Connectivity;
import io.github.unetfiji.labels.LabelMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThinningTest {

    @Test
    void aThickMembraneBecomesALineInItsMiddle() {
        assertArrayEquals(DrawnPlanes.mask("###.###", "###.###"), thin("##...##", "##...##"));
    }

    @Test
    void theLeftCellWinsThePixelMoreOfAnEvenMembrane() {
        assertArrayEquals(DrawnPlanes.mask("###.##", "###.##"), thin("##..##", "##..##"));
    }

    @Test
    void aHoleIsFilled() {
        assertArrayEquals(
                DrawnPlanes.mask("#####", "#####", "#####"), thin("#####", "#...#", "#####"));
    }

    @Test
    void noCellBecomesOne() {
        assertArrayEquals(DrawnPlanes.mask("###", "###"), thin("...", "..."));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void cellsOnlyGrowAndStayApart(final long seed) {
        final int width = 23;
        final float[] blobs = DrawnPlanes.blobs(seed, width, 17);
        final boolean[] mask = new boolean[blobs.length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = blobs[i] > 0.5;
        }
        final LabelMap before = components(mask, width);
        final LabelMap after = Thinning.of(before);
        final int[] owner = new int[after.maxId() + 1];
        for (int i = 0; i < mask.length; i++) {
            if (mask[i]) {
                assertTrue(after.labels()[i] > 0, "a cell pixel was lost");
                final int grown = after.labels()[i];
                assertTrue(
                        owner[grown] == 0 || owner[grown] == before.labels()[i],
                        "two cells were joined");
                owner[grown] = before.labels()[i];
            }
        }
        assertEquals(before.maxId(), after.maxId());
    }

    private static boolean[] thin(final String... rows) {
        final LabelMap thinned = Thinning.of(components(DrawnPlanes.mask(rows), rows[0].length()));
        final boolean[] mask = new boolean[thinned.labels().length];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = thinned.labels()[i] > 0;
        }
        return mask;
    }

    private static LabelMap components(final boolean[] mask, final int width) {
        return ConnectedComponents.of(mask, width, mask.length / width, Connectivity.FOUR);
    }
}
