package io.github.unetfiji.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SimplePointTest {

    private static final int[] DX = {-1, 0, 1, 1, 1, 0, -1, -1};
    private static final int[] DY = {-1, -1, -1, 0, 1, 1, 1, 0};

    @Test
    void isWhatFloodFillingSaysForAllNeighbourhoods() {
        int simple = 0;
        for (int neighbours = 0; neighbours < 256; neighbours++) {
            final boolean[][] plane = new boolean[3][3];
            for (int k = 0; k < DX.length; k++) {
                plane[1 + DY[k]][1 + DX[k]] = ((neighbours >> k) & 1) == 1;
            }
            assertEquals(
                    NaiveEvaluation.simple(plane, 1, 1),
                    SimplePoint.isSimple(neighbours),
                    Integer.toBinaryString(neighbours));
            simple += SimplePoint.isSimple(neighbours) ? 1 : 0;
        }
        assertEquals(116, simple);
    }
}
