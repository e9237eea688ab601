package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.Prefs;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models by their names. */
class ModelFoldersTest {

    private static final String WHAT = "Option \"model\"";

    @TempDir private Path first;

    @TempDir private Path second;

    private static Path file(final Path folder, final String name) throws IOException {
        return Files.writeString(folder.resolve(name), "x");
    }

    private Optional<Path> find(final String name) {
        return new ModelFolders(List.of(first, second)).find(WHAT, Path.of(name));
    }

    @Test
    void findsAModelByTheNameOfItsFile() throws IOException {
        final Path nuclei = file(first, "nuclei.zip");
        final Path cells = Files.createDirectory(second.resolve("cells"));
        assertEquals(Optional.of(nuclei), find("nuclei.zip"));
        assertEquals(Optional.of(nuclei), find("nuclei"));
        assertEquals(Optional.of(cells), find("cells"));
        assertEquals(Optional.empty(), find("none"));
    }

    @Test
    void aNameWithItsEndingMeansNothingElse() throws IOException {
        final Path zip = file(first, "a.zip");
        final Path folder = Files.createDirectory(first.resolve("a"));
        assertEquals(Optional.of(zip), find("a.zip"));
        assertEquals(Optional.of(folder), find("a"));
    }

    @Test
    void aNameOfSeveralModelsIsRefused() throws IOException {
        final Path one = file(first, "a.zip");
        final Path other = file(second, "a.zip");
        assertEquals(
                "Option \"model\": several models have the name \"a\": "
                        + one
                        + ", "
                        + other
                        + "; give the path of one.",
                assertThrows(UNetException.class, () -> find("a")).getMessage());
    }

    @Test
    void aPathIsNoName() throws IOException {
        file(first, "a.zip");
        assertEquals(Optional.empty(), find("x/a.zip"));
        assertEquals(Optional.empty(), find("../" + first.getFileName() + "/a.zip"));
        assertEquals(Optional.empty(), find(".."));
        assertEquals(Optional.empty(), find(first.resolve("b").toString()));
    }

    @Test
    void theFolderOfChoiceIsKeptInThePreferences() {
        final String before = Prefs.get("unetfiji.modelfolder", null);
        try {
            Prefs.set("unetfiji.modelfolder", first.toString());
            assertEquals(Optional.of(first.toAbsolutePath()), ModelFolders.chosen());
            assertEquals(first.toAbsolutePath(), ModelFolders.now().folders().get(0));
            assertTrue(ModelFolders.now().resolved(Path.of("pom.xml")).endsWith("pom.xml"));
        } finally {
            Prefs.set("unetfiji.modelfolder", before);
        }
        assertTrue(ModelFolders.chosen().filter(first::equals).isEmpty());
    }
}
