package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.unetfiji.engine.Programs;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/**
 * Another program loads the packaged program with an engine, cuts an image into tiles as the description says, and puts the results
 * together: no bit differs from what the whole image gives.
 */
class ForeignTilingTest {

    private static final int CLASSES = 2;

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, 128, 288, 320, range",
        "2, 256, 352, 320, slice",
        "3, 128, 256, 320, range",
        "3, 256, 416, 384, slice",
        "4, 256, 416, 480, range",
        "4, 320, 512, 448, stack",
        "5, 448, 576, 512, slice",
    })
    void tilesEqualTheWholeImage(
            final int depth,
            final int tile,
            final int width,
            final int height,
            final String normalization)
            throws Exception {
        final Path program =
                program(Models.of(Architecture.of(depth, 16, 1, CLASSES), normalization));
        final Image image = Image.noise(width, height);
        final int halo = number("halo", folder.resolve("rdf.yaml"));
        assertArrayEquals(
                run(program, image).values(),
                tiled(image, tile, halo, part -> run(program, part)).values());
    }

    /** NB: otherwise the test above might pass because nothing depends on the surroundings. */
    @Test
    void withLessThanTheHaloTheyDiffer() throws Exception {
        final Path program = program(Models.of(Architecture.of(3, 2, 1, CLASSES), "slice"));
        final Image image = Image.noise(256, 256);
        final Image whole = run(program, image);
        final Image tiles = tiled(image, 128, 32, part -> run(program, part));
        double largest = 0;
        for (int i = 0; i < whole.values().length; i++) {
            largest = Math.max(largest, Math.abs(whole.values()[i] - tiles.values()[i]));
        }
        assertNotEquals(0, largest);
        assertEquals(48, number("halo", folder.resolve("rdf.yaml")));
    }

    private Path program(final UNetModel model) throws Exception {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(model, file);
        final Map<String, byte[]> entries = Zips.read(file);
        Files.write(folder.resolve("rdf.yaml"), entries.get("rdf.yaml"));
        return Files.write(folder.resolve("weights.pt"), entries.get("weights.pt"));
    }

    /** The last number of a key in the description. */
    private static int number(final String key, final Path rdf) throws Exception {
        final Map<String, Object> map = new Yaml().load(Files.readString(rdf));
        final String outputs = map.get("outputs").toString();
        return Integer.parseInt(outputs.replaceAll("(?s).*" + key + "=(\\d+).*", "$1"));
    }

    private static Image run(final Path program, final Image image) {
        try {
            return new Image(
                    image.width(),
                    image.height(),
                    Programs.forward(program, image.values(), 1, image.height(), image.width()));
        } catch (final Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tiles begin at multiples of what is kept of them, the last at the image's end; at the image's border nothing is dropped. */
    private static Image tiled(
            final Image image, final int tile, final int halo, final Function<Image, Image> run) {
        final Image result =
                new Image(
                        image.width(),
                        image.height(),
                        new float[CLASSES * image.width() * image.height()]);
        final int kept = tile - 2 * halo;
        for (int y = 0; y == 0 || y + 2 * halo < image.height(); y += kept) {
            for (int x = 0; x == 0 || x + 2 * halo < image.width(); x += kept) {
                final int left = Math.max(0, Math.min(x, image.width() - tile));
                final int top = Math.max(0, Math.min(y, image.height() - tile));
                final Image part = run.apply(image.part(left, top, tile));
                result.take(part, left, top, halo);
            }
        }
        return result;
    }

    /**
     * @param values (channel, y, x)
     */
    private record Image(int width, int height, float[] values) {

        static Image noise(final int width, final int height) {
            final Random random = new Random(3);
            final float[] values = new float[width * height];
            for (int i = 0; i < values.length; i++) {
                values[i] = 10 * (float) random.nextGaussian();
            }
            return new Image(width, height, values);
        }

        Image part(final int left, final int top, final int side) {
            final float[] part = new float[side * side];
            for (int y = 0; y < side; y++) {
                System.arraycopy(values, (top + y) * width + left, part, y * side, side);
            }
            return new Image(side, side, part);
        }

        void take(final Image part, final int left, final int top, final int halo) {
            final int fromX = left == 0 ? 0 : halo;
            final int fromY = top == 0 ? 0 : halo;
            final int toX = left + part.width() == width ? part.width() : part.width() - halo;
            final int toY = top + part.height() == height ? part.height() : part.height() - halo;
            for (int c = 0; c < CLASSES; c++) {
                for (int y = fromY; y < toY; y++) {
                    System.arraycopy(
                            part.values(),
                            (c * part.height() + y) * part.width() + fromX,
                            values,
                            (c * height + top + y) * width + left + fromX,
                            toX - fromX);
                }
            }
        }
    }
}
