package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.augment.DisplacementField.FoldingReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplacementFieldTest {

    @ParameterizedTest
    @CsvSource({
        "3,3,57,41",
        "2,2,9,9",
        "5,4,30,70",
        "37,37,40,33",
        "9,3,4,4",
        "3,3,1,1",
        "3,2,1,8"
    })
    void equalsTheNaiveSum(final int columns, final int rows, final int width, final int height) {
        final DeformationGrid grid =
                DeformationGrid.random(columns, rows, 10, new SampleRandom(7, 0, 0));
        final DisplacementField field = DisplacementField.of(grid, width, height);
        final double[][] nodesX = new double[rows][columns];
        final double[][] nodesY = new double[rows][columns];
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                nodesX[j][i] = grid.dx(i, j);
                nodesY[j][i] = grid.dy(i, j);
            }
        }
        final double[] dx = new double[width];
        final double[] dy = new double[width];
        for (int v = 0; v < height; v++) {
            field.row(v, 0, width, dx, dy);
            for (int u = 0; u < width; u++) {
                assertEquals(NaiveWarp.surface(nodesX, u, v, width, height), dx[u], 1e-10);
                assertEquals(NaiveWarp.surface(nodesY, u, v, width, height), dy[u], 1e-10);
            }
        }
    }

    @Test
    void aPartOfARowIsTheSame() {
        final DisplacementField field = random(3, 60, 45);
        final double[] x = new double[60];
        final double[] y = new double[60];
        final double[] partX = new double[60];
        final double[] partY = new double[60];
        for (int u0 = 0; u0 < 60; u0++) {
            field.row(31, 0, 60, x, y);
            field.row(31, u0, 60 - u0, partX, partY);
            for (int u = u0; u < 60; u++) {
                assertEquals(x[u], partX[u - u0]);
                assertEquals(y[u], partY[u - u0]);
            }
        }
    }

    @Test
    void determinantAgreesWithFiniteDifferences() {
        final DisplacementField field = random(6, 41, 41);
        double least = Double.POSITIVE_INFINITY;
        for (int v = 2; v < 39; v += 2) {
            for (int u = 2; u < 39; u += 2) {
                least = Math.min(least, determinant(field, u, v));
            }
        }
        final FoldingReport report = field.folding();
        assertTrue(report.leastDeterminant() <= least + 0.05, report + " " + least);
    }

    private static double determinant(final DisplacementField field, final int u, final int v) {
        final double[][] x = new double[3][3];
        final double[][] y = new double[3][3];
        for (int j = 0; j < 3; j++) {
            field.row(v - 1 + j, u - 1, 3, x[j], y[j]);
        }
        final double dxdu = (x[1][2] - x[1][0]) / 2;
        final double dxdv = (x[2][1] - x[0][1]) / 2;
        final double dydu = (y[1][2] - y[1][0]) / 2;
        final double dydv = (y[2][1] - y[0][1]) / 2;
        return (1 + dxdu) * (1 + dydv) - dxdv * dydu;
    }

    @Test
    void compressionHasTheDeterminantOfItsSlope() {
        // NB: 0.5 px per px within; steepest, 7/12, in the outer cells, where the grid is clamped,
        // and there the lattice, 5 px, does not meet it exactly.
        final double[] dx = {0, -10, -20, -30, 0, -10, -20, -30};
        final DisplacementField field =
                DisplacementField.of(DeformationGrid.of(4, 2, dx, new double[8]), 61, 61);
        assertEquals(5 / 12.0, field.folding().leastDeterminant(), 1e-2);
        assertEquals(0, field.folding().foldedFraction());
    }

    @Test
    void reversalFolds() {
        final double[] dx = {30, 0, -30, -60, 30, 0, -30, -60};
        final FoldingReport report =
                DisplacementField.of(DeformationGrid.of(4, 2, dx, new double[8]), 46, 46).folding();
        assertTrue(report.folds());
        assertTrue(report.foldedFraction() > 0.9, report.toString());
    }

    @Test
    void nothingDisplacedNothingFolded() {
        assertSame(
                FoldingReport.NONE, DisplacementField.of(DeformationGrid.zero(), 9, 9).folding());
    }

    @Test
    void refusesGridsThatAreNone() {
        assertThrows(
                IllegalArgumentException.class,
                () -> DeformationGrid.of(1, 3, new double[3], new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> DeformationGrid.of(2, 2, new double[4], new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> DeformationGrid.of(2, 2, new double[] {0, 0, 0, Double.NaN}, new double[4]));
    }

    private static DisplacementField random(final int nodes, final int width, final int height) {
        return DisplacementField.of(
                DeformationGrid.random(nodes, nodes, 10, new SampleRandom(3, 1, 4)), width, height);
    }
}
