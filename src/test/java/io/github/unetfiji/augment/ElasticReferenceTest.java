package io.github.unetfiji.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.unetfiji.augment.PatchShape.PatchRegion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Against values computed by others: a 3x3 grid on a 220x188 image. */
class ElasticReferenceTest {

    private static final String FOLDER = "/elastic/";
    private static final int WIDTH = 220;
    private static final int HEIGHT = 188;
    private static final int SIZE = WIDTH * HEIGHT;
    private static final PatchRegion WHOLE = new PatchRegion(0, 0, WIDTH, HEIGHT);

    private static DisplacementField field;
    private static PlaneWarp warp;

    @BeforeAll
    static void readGrid() throws IOException {
        try (InputStream in =
                ElasticReferenceTest.class.getResourceAsStream(FOLDER + "expected.json")) {
            // NB: JSON is YAML.
            final Map<String, Object> expected = new Yaml().load(in);
            final DeformationGrid grid =
                    DeformationGrid.of(
                            3,
                            3,
                            values(expected.get("grid_displacement_dx")),
                            values(expected.get("grid_displacement_dy")));
            field = DisplacementField.of(grid, WIDTH, HEIGHT);
            warp = PlaneWarp.by(SpatialTransform.of(field, RigidMotion.NONE, 0, 0));
        }
    }

    private static double[] values(final Object rows) {
        return ((List<?>) rows)
                .stream()
                        .flatMap(row -> ((List<?>) row).stream())
                        .mapToDouble(value -> ((Number) value).doubleValue())
                        .toArray();
    }

    @Test
    void fieldWithin1e3Px() throws IOException {
        final float[] expectedX = Tiff.floats(FOLDER + "keys_a-0.5_clamped_dx.tif", SIZE);
        final float[] expectedY = Tiff.floats(FOLDER + "keys_a-0.5_clamped_dy.tif", SIZE);
        final double[] dx = new double[WIDTH];
        final double[] dy = new double[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            field.row(y, 0, WIDTH, dx, dy);
            for (int x = 0; x < WIDTH; x++) {
                // NB: 1e-3 is asked for; float files allow 1e-5.
                assertEquals(expectedX[y * WIDTH + x], dx[x], 1e-5);
                assertEquals(expectedY[y * WIDTH + x], dy[x], 1e-5);
            }
        }
    }

    @Test
    void linearImageWithin1e2GrayLevels() throws IOException {
        final float[] image = Tiff.floats(FOLDER + "input_img.tif", SIZE);
        final float[] expected = Tiff.floats(FOLDER + "keys_a-0.5_clamped_img_order1.tif", SIZE);
        final float[] actual = warp.image(image, WIDTH, HEIGHT, WHOLE, Interpolation.LINEAR);
        assertArrayEquals(expected, actual, 1e-3f);
    }

    @Test
    void labelsExactly() throws IOException {
        final int[] labels = Tiff.shorts(FOLDER + "input_label.tif", SIZE);
        final int[] expected = Tiff.shorts(FOLDER + "keys_a-0.5_clamped_label_nearest.tif", SIZE);
        assertArrayEquals(expected, warp.labels(labels, WIDTH, HEIGHT, WHOLE));
    }
}
