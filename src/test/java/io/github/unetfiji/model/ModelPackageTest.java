package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.PixelSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelPackageTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"stack", "slice", "range"})
    void readsWhatItWrote(final String mode) {
        final Path file = folder.resolve("model.zip");
        final UNetModel model = Models.of(new Architecture(1, 2, 2, 3, 0.25), mode);
        ModelPackage.write(model, file);
        assertEquals(model, ModelPackage.read(file));
        assertEquals(List.of("model.zip"), names());
    }

    @Test
    void keepsThePixelSize() {
        final Path file = folder.resolve("model.zip");
        final PixelSize size = new PixelSize(0.1, 1 / 3.0, LengthUnit.MICROMETER);
        ModelPackage.write(Models.calibrated(Models.tiny(1, 2, "stack"), size), file);
        assertEquals(Optional.of(size), ModelPackage.read(file).pixelSize());
        assertTrue(
                ModelReport.of(ModelPackage.read(file)).contains("\npixel size: 0.1x0.3333 µm\n"));
    }

    @Test
    void keepsThePostprocessing() {
        final Path file = folder.resolve("model.zip");
        final Postprocessing tuned = new Postprocessing(0.3, 0.45, 2, 20);
        final UNetModel model = Models.tiny(1, 2, "stack").with("tuning", "by hand").with(tuned);
        ModelPackage.write(model, file);
        assertEquals(model, ModelPackage.read(file));
        assertEquals(Optional.of(tuned), ModelPackage.read(file).postprocessing());
        assertTrue(
                ModelReport.of(model)
                        .contains(
                                "\ntuned to: classes above 0.3; objects above 0.45 of at least 20 px, split"
                                        + " where parts are 2.0 px deeper than their neck\n"));
    }

    @Test
    void aPostprocessingHasRanges() {
        assertEquals(
                "The postprocessing's threshold is 1.2, but must be from 0 to 1.",
                assertThrows(UNetException.class, () -> new Postprocessing(1.2, 0.5, 0, 0))
                        .getMessage());
        assertEquals(
                "The postprocessing's neck is NaN, but must be 0 or more.",
                assertThrows(UNetException.class, () -> new Postprocessing(0, 1, Double.NaN, 0))
                        .getMessage());
        assertEquals(
                "The postprocessing's smallest is -1, but must be 0 or more.",
                assertThrows(UNetException.class, () -> new Postprocessing(0, 1, 0, -1))
                        .getMessage());
    }

    /** One that was written before models had a pixel size or a postprocessing. */
    @Test
    void anOldPackage() {
        final UNetModel old = ModelPackage.read(Path.of("sample-data", "phantom-unet.zip"));
        assertEquals(Optional.empty(), old.pixelSize());
        assertEquals(Optional.empty(), old.postprocessing());
    }

    @Test
    void holdsJustItsFiles() throws IOException {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "stack"), file);
        assertEquals(
                List.of(
                        "rdf.yaml",
                        "test_input.npy",
                        "test_output.npy",
                        "sample_input.tif",
                        "sample_output.tif",
                        "cover.png",
                        "README.md",
                        "weights.pt"),
                List.copyOf(Zips.read(file).keySet()));
    }

    @Test
    void anExistingModelIsReplaced() {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "stack"), file);
        final UNetModel second = Models.tiny(3, 4, "slice");
        ModelPackage.write(second, file);
        assertEquals(second, ModelPackage.read(file));
    }

    @Test
    void aFailureLeavesTheOldModelAndNothingElse() throws IOException {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "stack"), file);
        final byte[] before = Files.readAllBytes(file);
        final UNetModel good = Models.tiny(1, 2, "stack");
        final UNetModel bad =
                new UNetModel(
                        good.name(),
                        good.architecture(),
                        good.parameters(),
                        good.normalization(),
                        good.classes(),
                        Map.of("broken", new Unwritable()));
        assertThrows(RuntimeException.class, () -> ModelPackage.write(bad, file));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("model.zip"), names());
    }

    /** A bean whose property throws. */
    public static final class Unwritable {
        public int getValue() {
            throw new IllegalStateException("no value");
        }

        public void setValue(final int value) {}
    }

    @Test
    void aTargetInAMissingFolder() {
        final Path target = folder.resolve("none/model.zip");
        assertUnwritable(
                target,
                "Cannot write "
                        + target
                        + ": the folder "
                        + folder.resolve("none")
                        + " does not exist.");
    }

    @Test
    void aFolderAsTarget() throws IOException {
        final Path target = Files.createDirectory(folder.resolve("model.zip"));
        assertUnwritable(target, "Cannot write " + target + ": it is a folder.");
    }

    private void assertUnwritable(final Path target, final String sentence) {
        final List<String> before = names();
        assertEquals(
                sentence,
                assertThrows(
                                UNetException.class,
                                () -> ModelPackage.write(Models.tiny(1, 2, "stack"), target))
                        .getMessage());
        assertEquals(before, names());
    }

    private List<String> names() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString()).toList();
        } catch (final IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aModelFitsTogether() {
        final UNetModel good = Models.tiny(2, 3, "stack");
        assertEquals(
                "The model names 2 classes, but its network has 3.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        new UNetModel(
                                                "m",
                                                good.architecture(),
                                                good.parameters(),
                                                good.normalization(),
                                                List.of("a", "b"),
                                                Map.of()))
                        .getMessage());
        assertEquals(
                "The model holds 0 intensity ranges, but its network has 2 channel(s).",
                assertThrows(
                                UNetException.class,
                                () ->
                                        new UNetModel(
                                                "m",
                                                good.architecture(),
                                                good.parameters(),
                                                Normalization.of("range"),
                                                good.classes(),
                                                Map.of()))
                        .getMessage());
        assertEquals(
                "The image has 1 channel(s), but the model 'Zellen µm: 'a' #1' was trained with 2.",
                assertThrows(UNetException.class, () -> good.checkChannels(1)).getMessage());
    }

    @Test
    void theReport() {
        assertEquals(
                """
                model: Zellen µm: 'a' #1
                depth: 1
                features: 2
                parameters: 434
                dropout: 0
                channels: 1
                classes: background, class 1
                normalization: range
                intensity scale: (value - 0.1) * 0.3333333333333333
                tile sizes: 2k px from 18, halo 8 px
                what the model says of itself:
                  iterations: 7
                  rate: 0.0003
                  validation: 19-20
                  validation loss: NaN
                """,
                ModelReport.of(Models.tiny(1, 2, "range")));
    }

    @Test
    void theReportShowsNestedProvenanceButNoTables() {
        final UNetModel tiny = Models.tiny(1, 2, "stack");
        final Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("validation_iou", List.of(0.51234567, 0.75));
        provenance.put("data", List.of(Map.of("name", "a.tif"), Map.of("name", "b.tif")));
        provenance.put("versions", Map.of("djl", "0.35.1"));
        provenance.put("history", "iteration,loss\n1,2\n");
        provenance.put("macro", "run(\"rm -rf\", \"\");");
        provenance.put("note", "two\nlines");
        final String report =
                ModelReport.of(
                        new UNetModel(
                                "m",
                                tiny.architecture(),
                                tiny.parameters(),
                                tiny.normalization(),
                                tiny.classes(),
                                provenance));
        assertEquals(
                """
                  validation iou: 0.5123, 0.75
                  data:
                    - name: a.tif
                    - name: b.tif
                  versions:
                    djl: 0.35.1
                  note: two lines
                The model says that it was trained with: run("rm -rf", "");
                """,
                report.substring(report.indexOf("  validation iou")));
    }
}
