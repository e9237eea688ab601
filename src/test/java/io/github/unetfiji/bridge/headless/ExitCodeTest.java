package io.github.unetfiji.bridge.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import io.github.unetfiji.bridge.ForkedJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the shell sees of a macro that fails in a headless ImageJ that is not ours. */
class ExitCodeTest {

    private static final String SENTENCE =
            "U-Net Model Info: Option \"model\": there is no file \"missing.zip\".";

    @TempDir Path folder;

    @Test
    void theShellSeesTheFailureIfItAsksForIt() throws Exception {
        Files.writeString(
                folder.resolve("macro.ijm"),
                "run('U-Net Model Info...', 'model=missing.zip'); print('went on');");
        final ForkedJvm usual = run(Map.of());
        assertEquals(0, usual.code());
        assertTrue(usual.err().contains("there is no file \"missing.zip\"."), usual.toString());
        final ForkedJvm asked = run(Map.of("UNET_EXIT_ON_FAILURE", "true"));
        assertEquals(1, asked.code());
        assertEquals(SENTENCE, asked.sentence());
        assertTrue(!asked.out().contains("went on"), asked.toString());
    }

    private ForkedJvm run(final Map<String, String> environment) throws Exception {
        return ForkedJvm.ended(
                ForkedJvm.start(folder, environment, OtherImageJ.class, "macro.ijm"), folder);
    }

    /** As a headless Fiji does: runs the macro, and ends with 0 whatever became of it. */
    static final class OtherImageJ {

        private OtherImageJ() {}

        public static void main(final String[] args) {
            System.setProperty("java.awt.headless", "true");
            new HeadlessImageJ().start();
            Runner.run(args[0]);
            System.exit(0);
        }

        /** NB: apart, so that no ImageJ class loads before it is patched. */
        private static final class Runner {

            static void run(final String file) {
                IJ.runMacroFile(Path.of(file).toAbsolutePath().toString());
            }
        }
    }
}
