package io.github.unetfiji.bridge.headless;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

    private final AtomicLong millis = new AtomicLong();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ConsoleProgress progress =
            new ConsoleProgress(
                    new PrintStream(bytes, true, StandardCharsets.UTF_8),
                    () -> millis.get() * 1_000_000);

    private List<String> lines() {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @Test
    void printsAboutOneLineASecond() {
        for (int i = 1; i <= 25; i++) {
            progress.progress(i / 25.0);
            progress.status("tile " + i + "/25");
            millis.addAndGet(100);
        }
        progress.flush();
        assertEquals(
                List.of("[  4%] tile 1/25", "[ 44%] tile 11/25", "[ 84%] tile 21/25", "tile 25/25"),
                lines());
    }

    @Test
    void progressWithoutStatusIsShownToo() {
        progress.progress(0.1);
        progress.progress(0.2);
        progress.progress(0.3);
        millis.set(1500);
        progress.progress(0.4);
        assertEquals(List.of("[ 20%] ", "[ 40%] "), lines());
    }

    @Test
    void progressWaitsForTheStatusThatComesWithIt() {
        millis.set(5000);
        progress.progress(0.5);
        millis.set(5001);
        progress.status("tile 1/2");
        assertEquals(List.of("[ 50%] tile 1/2"), lines());
    }

    @Test
    void emptyAndRepeatedStatusIsNot() {
        progress.status("!loading");
        progress.status("");
        millis.set(2000);
        progress.status("loading");
        progress.flush();
        assertEquals(List.of("loading"), lines());
    }
}
