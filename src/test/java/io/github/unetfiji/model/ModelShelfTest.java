package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of models, listed by their descriptions. */
class ModelShelfTest {

    private static final String GIVES = "foreground, boundary; BioImage.IO 0.5";
    private static final String WANTS = "gray, 0.5x0.5 \u00b5m pixels";

    @TempDir private Path folder;

    private List<String> lines() {
        return ModelShelf.of(folder).entries().stream().map(ShelfEntry::toString).toList();
    }

    @Test
    void listsModelsOfAllProgramsInTheOrderOfTheirFiles() throws IOException {
        Files.copy(Path.of("sample-data/em-unet.zip"), folder.resolve("b.zip"));
        DescribedPackage.zip(folder.resolve("C.ZIP"), DescribedPackage.NUCLEI);
        DescribedPackage.folder(
                folder.resolve("a"), DescribedPackage.NUCLEI.replace("Nuclei", "Unpacked"));
        assertEquals(
                List.of(
                        "Unpacked: " + WANTS + " -> " + GIVES,
                        "em-unet: gray, 4x4 nm pixels -> background, cell",
                        "Nuclei: " + WANTS + " -> " + GIVES),
                lines());
    }

    @Test
    void tellsWhatImagesAModelWants() throws IOException {
        final String pixels = ", scale: 0.5, unit: micrometer";
        final String plain = DescribedPackage.NUCLEI.replace(pixels, "");
        DescribedPackage.zip(folder.resolve("1.zip"), plain);
        DescribedPackage.zip(folder.resolve("2.zip"), plain.replace("[dna]", "[r, g, b]"));
        DescribedPackage.zip(folder.resolve("3.zip"), plain.replace("[dna]", "[a, b]"));
        DescribedPackage.zip(
                folder.resolve("4.zip"), plain.replace("size: {min: 64, step: 16}", "size: 512"));
        assertEquals(
                List.of("gray", "RGB", "2 channels", "gray, tiles of 512x512 px"),
                ModelShelf.of(folder).entries().stream().map(ShelfEntry::wants).toList());
    }

    @Test
    void aModelThatCannotBeUsedStandsAtTheEndWithItsReason() throws IOException {
        Files.writeString(folder.resolve("a.zip"), "no zip");
        DescribedPackage.zip(
                folder.resolve("b.zip"), DescribedPackage.NUCLEI.replace("torchscript", "onnx"));
        DescribedPackage.zip(folder.resolve("c.zip"), DescribedPackage.NUCLEI);
        final List<ShelfEntry> entries = ModelShelf.of(folder).entries();
        assertEquals(
                List.of("Nuclei", "a.zip", "b.zip"),
                entries.stream().map(ShelfEntry::name).toList());
        assertEquals("It is no complete zip file.", entries.get(1).problem().orElseThrow());
        assertTrue(
                entries.get(2).problem().orElseThrow().contains("torchscript"), lines()::toString);
    }

    @Test
    void whatIsNoModelIsLeftOut() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        DescribedPackage.folder(folder.resolve("deeper").resolve("inner"), DescribedPackage.NUCLEI);
        Files.writeString(folder.resolve("notes.txt"), "notes");
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("rois.zip")))) {
            zip.putNextEntry(new ZipEntry("0001-0002.roi"));
        }
        DescribedPackage.zip(folder.resolve(".hidden.zip"), DescribedPackage.NUCLEI);
        assertEquals(List.of(), lines());
        assertEquals(List.of(), ModelShelf.of(folder.resolve("none")).entries());
    }

    @Test
    void namesCannotSteerATerminal() throws IOException {
        DescribedPackage.zip(
                folder.resolve("a.zip"),
                DescribedPackage.NUCLEI.replace(
                        "name: Nuclei", "name: \"N\\e[31m" + "x".repeat(500) + "\""));
        final String name = ModelShelf.of(folder).entries().get(0).name();
        assertTrue(name.startsWith("N\ufffd[31mxxx") && name.length() <= 120, name);
    }

    @Test
    void aFileIsReadAgainOnlyIfItChanged() throws IOException {
        final Path model = DescribedPackage.folder(folder.resolve("a"), DescribedPackage.NUCLEI);
        final Path file = model.resolve("rdf.yaml");
        final FileTime time = Files.getLastModifiedTime(file);
        final KnownModels known = new KnownModels();
        assertEquals("Nuclei", known.read(model).orElseThrow().name());
        // NB: of the same size and time, so a reader that looked again would see another name.
        Files.writeString(file, DescribedPackage.NUCLEI.replace("name: Nuclei", "name: Nuciel"));
        Files.setLastModifiedTime(file, time);
        assertEquals("Nuclei", known.read(model).orElseThrow().name());
        Files.setLastModifiedTime(file, FileTime.fromMillis(time.toMillis() + 5000));
        assertEquals("Nuciel", known.read(model).orElseThrow().name());
        Files.delete(file);
        assertTrue(known.read(model).isEmpty());
    }

    @Test
    void aChangeInAnUnpackedModelIsSeen() throws IOException {
        final Path unpacked = DescribedPackage.folder(folder.resolve("a"), DescribedPackage.NUCLEI);
        final KnownModels known = new KnownModels();
        assertEquals("Nuclei", known.read(unpacked).orElseThrow().name());
        Files.writeString(
                unpacked.resolve("rdf.yaml"),
                DescribedPackage.NUCLEI.replace("name: Nuclei", "name: Another"));
        assertEquals("Another", known.read(unpacked).orElseThrow().name());
    }

    @Test
    void aFolderThatMayNotBeReadIsNamed() throws IOException {
        Assumptions.assumeFalse(
                "root".equals(System.getProperty("user.name"))
                        || System.getProperty("os.name").startsWith("Windows"),
                "everything may be read here");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("-wx------"));
        try {
            final UNetException refused =
                    assertThrows(UNetException.class, () -> ModelShelf.of(folder).paths());
            assertTrue(refused.getMessage().contains(folder.toString()), refused.getMessage());
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aDescriptionStandsForItsFolder() throws IOException {
        final Path unpacked = DescribedPackage.folder(folder.resolve("a"), DescribedPackage.NUCLEI);
        assertEquals(unpacked, PackageFolder.of(unpacked.resolve("rdf.yaml")));
        assertEquals(unpacked, PackageFolder.of(unpacked));
        assertEquals(
                unpacked.resolve("weights.pt"), PackageFolder.of(unpacked.resolve("weights.pt")));
    }
}
