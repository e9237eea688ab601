package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.model.ModelPackage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 loses nothing; {@link KilledTraining} does it twenty times. */
class KilledTrainingTest {

    @TempDir Path folder;

    @Test
    void killedAndResumed() throws Exception {
        final Path model = folder.resolve("killed.zip");
        final Process first = KilledTraining.start(model);
        for (int i = 0; i < 6000 && !Files.exists(folder.resolve("killed.state")); i++) {
            Thread.sleep(10);
        }
        first.destroyForcibly().waitFor();
        assertNotEquals(
                KilledTraining.ITERATIONS,
                ModelPackage.read(model).provenance().get("iterations_done"),
                "it was killed too late");
        final Process second = KilledTraining.start(model);
        assertTrue(second.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, second.exitValue());
        assertEquals(
                KilledTraining.alone(folder.resolve("alone.zip")),
                ModelPackage.read(model).parameters());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("alone-history.csv", "alone.zip", "killed-history.csv", "killed.zip"),
                    files.map(file -> file.getFileName().toString()).sorted().toList(),
                    "something is left over");
        }
    }
}
