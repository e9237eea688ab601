package io.github.unetfiji.bridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program calls nobody. */
class CallsTest {

    @TempDir Path folder;

    @Test
    void segmentingAndCheckingCallNobody() throws Exception {
        final Path samples = Path.of("sample-data").toAbsolutePath();
        Files.writeString(
                folder.resolve("macro.ijm"),
                String.join(
                        "\n",
                        "newImage('plane', '8-bit ramp', 64, 64, 1);",
                        "run('U-Net Segment...', 'model=["
                                + samples.resolve("phantom-unet.zip")
                                + "]');",
                        "print(getTitle());",
                        "run('U-Net Check Installation');"));
        final ForkedJvm run = ForkedJvm.run(folder, CallRecorder.class, "macro.ijm");
        assertEquals(0, run.code(), run.toString());
        assertTrue(run.lines().contains("plane-probabilities"), run.toString());
        assertTrue(run.out().contains("Everything that was checked works."), run.toString());
        assertEquals(
                List.of(),
                run.err().lines().filter(line -> line.startsWith(CallRecorder.CALL)).toList());
    }
}
