package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.NumpyFile;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.ReferencePackages;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packages that PyTorch wrote: their test tensors, as images. */
class ForeignSegmentTest {

    /** Foreground and boundary of an image of 48x40 px, two convolutions; the halo is 2 px. */
    private static final String SMALL = "small.zip";

    @TempDir private static Path folder;

    private static ImportedModel small;
    private static Tensor image;
    private static float[] expected;

    @BeforeAll
    static void read() throws IOException {
        final Path file = folder.resolve(SMALL);
        try (InputStream in = ForeignSegmentTest.class.getResourceAsStream(SMALL)) {
            Files.copy(in, file);
        }
        small = (ImportedModel) ModelFile.of(file).read();
        image = tensor(file, "test_input.npy");
        expected = tensor(file, "test_result.npy").values();
    }

    private static Tensor tensor(final Path file, final String name) throws IOException {
        try (PackageFiles files = PackageFiles.open(file)) {
            return NumpyFile.read(files.read(name, 1 << 24).orElseThrow(), name).tensor();
        }
    }

    /** An image of one slice whose tensor is (.., channel, y, x). */
    private record Plane(Tensor tensor, Optional<PixelSize> pixelSize) implements SliceSource {

        private int side(final int fromEnd) {
            return (int) tensor.shape()[tensor.shape().length - fromEnd];
        }

        @Override
        public int width() {
            return side(1);
        }

        @Override
        public int height() {
            return side(2);
        }

        @Override
        public int channels() {
            return side(3);
        }

        @Override
        public int slices() {
            return 1;
        }

        @Override
        public float[] slice(final int index) {
            return tensor.values().clone();
        }
    }

    private static float[] result(final SegmentationOptions.Builder options) {
        try (Segmenter segmenter = Segmenter.of(small, options.build())) {
            return segment(segmenter, Optional.empty()).probabilities(0);
        }
    }

    private static Segmentation segment(
            final Segmenter segmenter, final Optional<Selection> region) {
        return segmenter.segment(
                SegmentationInput.of(new Plane(image, Optional.empty()), 1).within(region),
                Progress.NONE,
                Progress.NONE);
    }

    @Test
    void theWholeImageAndTiles() {
        assertArrayEquals(expected, result(Cpu.options()), 1e-6f);
        assertArrayEquals(expected, result(Cpu.options().optTile(40)), 1e-6f);
    }

    @Test
    void lazyIsStreamed() {
        try (Segmenter segmenter = Segmenter.of(small, Cpu.options().optTile(40).build())) {
            final Segmentation result = segment(segmenter, Optional.empty());
            assertArrayEquals(expected, Cpu.slice(result.probabilities(), 0), 1e-6f);
            try (PlaneStream stream = result.streamProbabilities()) {
                final float[] boundary = (float[]) stream.plane(0, 1);
                for (int i = 0; i < boundary.length; i++) {
                    assertEquals(expected[boundary.length + i], boundary[i], 1e-6);
                }
            }
            assertEquals(List.of("foreground", "boundary"), segmenter.outputs());
            assertEquals(List.of("background", "foreground"), segmenter.classes());
        }
    }

    /** Inside as the whole image, outside nothing. */
    @Test
    void aSelection() {
        final Selection selection =
                Selection.of(
                        48,
                        IntStream.range(0, 9 * 7)
                                .map(i -> (20 + i / 9) * 48 + 30 + i % 9)
                                .toArray());
        try (Segmenter segmenter = Segmenter.of(small, Cpu.options().build())) {
            final float[] part = segment(segmenter, Optional.of(selection)).probabilities(0);
            for (int i = 0; i < part.length; i++) {
                assertEquals(selection.contains(i % (48 * 40)) ? expected[i] : 0, part[i], 1e-6);
            }
        }
    }

    /** The mean over turned versions is that of results for turned images. */
    @Test
    void averaging() {
        final float[] mean = result(Cpu.options().optAveraging(Averaging.ROTATIONS));
        final float[] turned = new float[expected.length];
        final Averaging averaging = Averaging.ROTATIONS;
        try (Segmenter segmenter = Segmenter.of(small, Cpu.options().build())) {
            for (final Symmetry symmetry : averaging.symmetries()) {
                final Symmetry.Mapping mapping = symmetry.mapping(48, 40);
                final Tensor other =
                        new Tensor(
                                new long[] {1, 1, symmetry.height(48, 40), symmetry.width(48, 40)},
                                mapping.apply(image.values()));
                final float[] result =
                        segmenter
                                .segment(
                                        SegmentationInput.of(new Plane(other, Optional.empty()), 1),
                                        Progress.NONE,
                                        Progress.NONE)
                                .probabilities(0);
                mapping.forEach(turned.length, (i, at) -> turned[i] += result[at] / 4);
            }
        }
        assertArrayEquals(turned, mean, 1e-6f);
    }

    @Test
    void objectsAreDividedAtTheirBoundaries() {
        try (Segmenter segmenter = Segmenter.of(small, Cpu.options().optThreshold(0.3).build())) {
            final Segmentation result = segment(segmenter, Optional.empty());
            final float[] ids = Cpu.slice(result.instances(), 0);
            final float[] classes = Cpu.slice(result.classes(), 0);
            float most = 0;
            for (int i = 0; i < ids.length; i++) {
                most = Math.max(most, ids[i]);
                assertTrue(ids[i] == 0 || classes[i] == 1);
                assertEquals(expected[i] > 0.3 ? 1 : 0, classes[i]);
                final boolean seed =
                        expected[i] > 0.3 && expected[i] - expected[ids.length + i] > 0.3;
                assertTrue(ids[i] > 0 || !seed);
            }
            assertTrue(most > 3, "objects");
        }
    }

    @Test
    void whatItCannotDo() {
        assertEquals(
                "precision is bfloat16, but the program of the model 'small' is one of others and computes"
                        + " in float32: use auto or float32.",
                failure(Cpu.options().optPrecision(Precision.BFLOAT16)));
        assertEquals(
                "Tile size is 20 px, but the model 'small' takes only 8k px: try 16 or 24.",
                failure(Cpu.options().optTile(20)));
    }

    private static String failure(final SegmentationOptions.Builder options) {
        return assertThrows(UNetException.class, () -> Segmenter.of(small, options.build()).close())
                .getMessage();
    }

    /** The halo that the package states is not measured. */
    @Test
    void nothingIsWrittenBesideAPackageWithAHalo() {
        result(Cpu.options());
        assertFalse(Files.exists(folder.resolve("small-reach.yaml")));
    }

    /** The packages of other people: a whole image gives what PyTorch gave. */
    @ParameterizedTest
    @CsvSource({
        "nuclei_boundary_04, 1",
        "fixed_percentile_04, 1",
        "rgb_softmax_05, 1",
        "superresolution_05, 2"
    })
    void referencePackages(final String name, final int factor) throws IOException {
        final Path file = folder.resolve(name + ".zip");
        Files.copy(ReferencePackages.zip(name), file);
        final ImportedModel model = (ImportedModel) ModelFile.of(file).read();
        final PixelSize pixels = new PixelSize(4, 6, LengthUnit.NANOMETER);
        try (Segmenter segmenter =
                Segmenter.of(model, Cpu.options().optScaling(Scaling.OFF).build())) {
            final Segmentation result =
                    segmenter.segment(
                            SegmentationInput.of(
                                    new Plane(tensor(file, "test_input.npy"), Optional.of(pixels)),
                                    1),
                            Progress.NONE,
                            Progress.NONE);
            assertArrayEquals(
                    tensor(file, "test_output.npy").values(), result.probabilities(0), 1e-5f);
            assertEquals(Optional.of(pixels.dividedBy(factor)), result.probabilities().pixelSize());
            assertEquals(factor * result.probabilities().size(Axis.X), factor * result.width());
        }
        final boolean measured = Files.exists(folder.resolve(name + "-reach.yaml"));
        assertEquals("fixed_percentile_04".equals(name), measured);
    }

    @Test
    void volumesAreRefused() throws IOException {
        final Path file = folder.resolve("mito3d_05.zip");
        Files.copy(ReferencePackages.zip("mito3d_05"), file);
        final ImportedModel model = (ImportedModel) ModelFile.of(file).read();
        assertEquals(
                "The model 'mito3d 05' takes volumes, but only models of planes can segment so far.",
                assertThrows(
                                UNetException.class,
                                () -> Segmenter.of(model, Cpu.options().build()).close())
                        .getMessage());
    }
}
