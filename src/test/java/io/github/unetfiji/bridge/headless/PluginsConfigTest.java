package io.github.unetfiji.bridge.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsConfigTest {

    @Test
    void readsEntriesAsImageJDoes(@TempDir final Path folder) throws IOException {
        final Path config = folder.resolve("plugins.config");
        Files.writeString(
                config,
                """
                # a comment, "not, a.Command"

                Plugins>U-Net, "U-Net Segment...", a.Run_Command("b.Segment")
                "Plain One", a.Plain_One
                File>Import, "With, comma", a.Import_It
                """);
        assertEquals(
                Map.of(
                        "U-Net Segment...", "a.Run_Command(\"b.Segment\")",
                        "Plain One", "a.Plain_One",
                        "With, comma", "a.Import_It"),
                PluginsConfig.read(config.toUri().toURL()));
    }

    @Test
    void menuListsOurCommands() throws IOException {
        final Map<String, String> menu =
                PluginsConfig.read(Path.of("plugins.config").toUri().toURL());
        final List<String> labels = List.copyOf(menu.keySet());
        assertTrue(labels.contains("U-Net Segment..."), labels::toString);
        assertTrue(labels.stream().allMatch(label -> label.startsWith("U-Net ")), labels::toString);
        assertTrue(
                menu.values().stream()
                        .allMatch(
                                call ->
                                        call.matches(
                                                "io\\.github\\.unetfiji\\.bridge\\.Run_Command\\(\"io\\.github\\.unetfiji\\.command\\.\\w+\"\\)")),
                menu::toString);
    }
}
