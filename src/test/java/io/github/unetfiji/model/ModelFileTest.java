package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.bioimageio.ReferencePackages;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFileTest {

    private static final Path TWO = Path.of("src/test/resources/bioimageio/two_outputs.zip");

    @TempDir private Path folder;

    private final List<String> messages = new ArrayList<>();

    private Path unpacked(final PackageFiles files) throws IOException {
        final Path to = Files.createDirectories(folder.resolve("unpacked"));
        for (final String name : files.names()) {
            Files.write(to.resolve(name), files.read(name, 1 << 26).orElseThrow());
        }
        return to;
    }

    private Path zip(final PackageFiles files) throws IOException {
        final Path file = folder.resolve("other.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final String name : files.names()) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(files.read(name, 1 << 26).orElseThrow());
            }
        }
        return file;
    }

    private ImportedModel imported(final Path file) {
        return assertInstanceOf(
                ImportedModel.class, ModelFile.of(file).optMessages(messages::add).read());
    }

    private String failure(final Path file) {
        return assertThrows(UNetException.class, () -> ModelFile.of(file).read()).getMessage();
    }

    @Test
    void aModelOfThisProgramIsRead() throws IOException {
        final UNetModel model = Models.tiny(1, 2, "slice");
        final Path file = folder.resolve("ours.zip");
        ModelPackage.write(model, file);
        assertEquals(
                model.parameters(),
                assertInstanceOf(UNetModel.class, ModelFile.of(file).read()).parameters());
        try (PackageFiles files = PackageFiles.open(file)) {
            final Path unpacked = unpacked(files);
            assertEquals(model.parameters(), ModelPackage.read(unpacked).parameters());
            assertInstanceOf(UNetModel.class, ModelFile.of(unpacked).read());
        }
    }

    @Test
    void aModelOfAnotherProgramIsReadAndTested() throws IOException {
        final ImportedModel model = imported(TWO);
        assertEquals("two outputs", model.name());
        assertEquals(2, model.channels());
        assertEquals("feature a", model.outputs().get(0));
        assertEquals(PackageProof.Kind.REPRODUCED, model.proof().kind());
        assertEquals(List.of(model.proof().sentence()), messages);
        assertEquals(ChannelMeaning.Kind.IMAGE, model.meaning().kind());
        assertEquals(
                "The image has 3 channel(s), but the model 'two outputs' takes 2.",
                assertThrows(UNetException.class, () -> model.checkChannels(3)).getMessage());
        final Path unpacked = unpacked(PackageFiles.open(TWO));
        assertEquals(model.description(), imported(unpacked).description());
    }

    @Test
    void anotherTestOutputIsUsedOnTrustOnly() throws IOException {
        final Path file = zip(PackageCopy.of(TWO).changed("test_score.npy", 17, -.25f));
        final String sentence = failure(file);
        assertTrue(
                sentence.startsWith(
                        "The model "
                                + file
                                + " cannot be used: The package 'two outputs' does not reproduce its own test: "),
                sentence);
        assertTrue(
                sentence.endsWith(
                        "by up to 0.25; with trust (in the dialog: Trust a model that fails its test) it is used all the same."),
                sentence);
        ModelFile.of(file).optTrust(true).optMessages(messages::add).read();
        assertTrue(
                messages.get(0).endsWith("by up to 0.25; it is used, since it is trusted."),
                messages.get(0));
    }

    @Test
    void aWrongFieldIsNamedWithTheFile() throws IOException {
        final Path file = zip(PackageCopy.of(TWO).described("min: -1.5", "min: low"));
        assertEquals(
                "The model "
                        + file
                        + " cannot be used: The field inputs[0].preprocessing[1].kwargs.min of rdf.yaml is"
                        + " \"low\", but must be a finite number, as float32.",
                failure(file));
    }

    @Test
    void whatIsNoModelIsTold() throws IOException {
        assertEquals(
                "The model "
                        + folder
                        + " is a folder without a description (rdf.yaml, bioimageio.yaml or model.yaml), so it is no model.",
                failure(folder));
        final Path none = folder.resolve("none.zip");
        assertEquals("The model " + none + " does not exist.", failure(none));
        Files.write(none, new byte[100]);
        assertEquals(
                "The model " + none + " is no model package: it is no complete zip file.",
                failure(none));
    }

    @Test
    void aVolumeHasThePixelSizeOfItsSlices() {
        final ImportedModel model = imported(ReferencePackages.zip("mito3d_05"));
        assertEquals(Optional.of(new PixelSize(8, 8, LengthUnit.NANOMETER)), model.pixelSize());
        assertTrue(model.isVolumetric());
    }

    @Test
    void aPackageIsTestedOnce() throws IOException {
        final TestedPackages tested = new TestedPackages();
        final ImportedModel model = imported(TWO);
        final AtomicInteger runs = new AtomicInteger();
        for (final String program : List.of("a", "b", "a")) {
            final TestedPackages.Key key =
                    new TestedPackages.Key(model.description(), program, List.of());
            tested.proof(
                    key,
                    () -> {
                        runs.incrementAndGet();
                        return model.proof();
                    });
        }
        assertEquals(2, runs.get());
    }
}
