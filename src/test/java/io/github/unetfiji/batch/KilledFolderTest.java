package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.network.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in the middle of a folder, then resumed: the results have the bytes of a run left alone. */
class KilledFolderTest {

    private static final int FILES = 6;

    @TempDir private Path folder;

    @Test
    void killedAndResumed() throws Exception {
        final Path model = folder.resolve("model.zip");
        ModelPackage.write(Models.of(Architecture.of(2, 8, 1, 2), "stack"), model);
        final Path in = Files.createDirectory(folder.resolve("in"));
        for (int i = 0; i < FILES; i++) {
            ImageFiles.writeTiff(
                    IJ.createImage("ramp", "8-bit ramp", 260 + i, 150, 3), in.resolve(i + ".tif"));
        }
        final Path killed = Files.createDirectory(folder.resolve("killed"));
        final Process first = KilledFolder.start(model, in, killed);
        for (int i = 0; i < 6000 && whole(killed).isEmpty() && first.isAlive(); i++) {
            Thread.sleep(5);
        }
        first.destroyForcibly().waitFor();
        final int finished = whole(killed).size();
        assertTrue(finished > 0 && finished < FILES, finished + " finished when it was killed");
        final long date = Files.getLastModifiedTime(whole(killed).get(0)).toMillis();

        final Path alone = Files.createDirectory(folder.resolve("alone"));
        for (final Path into : List.of(killed, alone)) {
            KilledFolder.run(model.toFile(), in.toFile(), into.toFile());
        }
        assertEquals(date, Files.getLastModifiedTime(whole(killed).get(0)).toMillis());
        assertEquals(FILES, whole(alone).size());
        for (final Path file : whole(alone)) {
            assertArrayEquals(
                    Files.readAllBytes(file),
                    Files.readAllBytes(killed.resolve(file.getFileName())));
        }
        try (Stream<Path> files = Files.list(killed)) {
            assertEquals(FILES, files.count(), "something half-written is left");
        }
    }

    private static List<Path> whole(final Path into) throws IOException {
        try (Stream<Path> files = Files.list(into)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
