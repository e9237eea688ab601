package io.github.unetfiji.weights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.ImagePlus;
import ij.io.Opener;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.TwoNearestCells;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Distances and the border term are those that scipy computed, cell by cell. */
class WeightMapReferenceTest {

    private static final double TOLERANCE = 1e-4;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "c1_two_touching_64",
                "c2_one_cell_64",
                "c3_no_cell_64",
                "c5_voronoi60_touching_256",
                "c7_ring_and_single_pixels_96x160"
            })
    void matches(final String name) throws Exception {
        final ImagePlus image = read(name + "_labels");
        final int width = image.getWidth();
        final LabelMap cells =
                LabelMap.of((short[]) image.getProcessor().getPixels(), width, image.getHeight());
        final TwoNearestCells distances = TwoNearestCells.of(cells, 2);
        compare(name + "_d1", distances.nearest(), 0);
        compare(name + "_d2", distances.secondNearest(), 0);
        final float[] weights =
                WeightMap.of(
                        cells,
                        ClassBalance.none(2),
                        WeightMapSettings.builder().optBorder(10).optSigma(5).build(),
                        2);
        compare(name + "_sep", weights, 1);
    }

    private static void compare(final String name, final float[] actual, final float offset)
            throws Exception {
        final float[] expected = (float[]) read(name).getProcessor().getPixels();
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            if (Float.isInfinite(expected[i])) {
                assertEquals(expected[i], actual[i], name + " at " + i);
            } else {
                assertEquals(expected[i] + offset, actual[i], TOLERANCE, name + " at " + i);
            }
        }
    }

    /** From the tests' own resources, or from beside the checkout where it is too large for them. */
    private static ImagePlus read(final String name) throws Exception {
        final URL resource = WeightMapReferenceTest.class.getResource("/weights/" + name + ".tif");
        final Path file =
                resource != null
                        ? Path.of(resource.toURI())
                        : Path.of("../shared/reference/weights", name + ".tif");
        Assumptions.assumeTrue(
                Files.exists(file), "the reference values are not beside this checkout: " + file);
        return new Opener().openImage(file.toString());
    }
}
