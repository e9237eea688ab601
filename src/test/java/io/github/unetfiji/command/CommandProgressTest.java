package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.scijava.app.DefaultStatusService;
import org.scijava.app.event.StatusEvent;

class CommandProgressTest {

    private final List<String> shown = new ArrayList<>();
    private final AtomicLong millis = new AtomicLong();
    private final AtomicBoolean escape = new AtomicBoolean();
    private final CommandProgress progress =
            new CommandProgress(
                    new DefaultStatusService() {
                        @Override
                        protected void publish(final StatusEvent event) {
                            shown.add(
                                    event.getProgressValue()
                                            + "/"
                                            + event.getProgressMaximum()
                                            + " "
                                            + event.getStatusMessage());
                        }
                    },
                    escape::get,
                    () -> millis.get() * 1_000_000);

    @Test
    void estimatesTheTimeLeft() {
        progress.report(0, 20, "tile");
        millis.set(2000);
        progress.report(1, 20, "tile");
        millis.set(6000);
        progress.report(3, 20, "tile");
        millis.set(40_000);
        progress.report(20, 20, "tile");
        assertEquals(
                List.of(
                        "0/20 tile 0/20",
                        "1/20 tile 1/20, 38 s left",
                        "3/20 tile 3/20, 34 s left",
                        "20/20 tile 20/20"),
                shown);
    }

    @Test
    void showsFiveASecondAndAlwaysTheLast() {
        for (int i = 0; i <= 1000; i++) {
            progress.report(i, 1000, "iteration");
            millis.incrementAndGet();
        }
        assertEquals(
                List.of(0, 200, 400, 600, 800, 1000),
                shown.stream().map(line -> Integer.valueOf(line.split("/")[0])).toList());
    }

    @Test
    void startsAnewWithEveryStage() {
        progress.report(5, 5, "reading");
        progress.report(1, 7, "tile");
        progress.report(7, 7, "tile");
        progress.report(0, 7, "tile");
        assertEquals(
                List.of("5/5 reading 5/5", "1/7 tile 1/7", "7/7 tile 7/7", "0/7 tile 0/7"), shown);
    }

    @Test
    void usesLongerUnitsForLongWork() {
        progress.report(0, 1000, "iteration");
        millis.set(1000);
        progress.report(1, 1000, "iteration");
        millis.set(40_000);
        progress.report(2, 1000, "iteration");
        assertEquals("1/1000 iteration 1/1000, 17 min left", shown.get(1));
        assertEquals("2/1000 iteration 2/1000, 5 h 33 min left", shown.get(2));
    }

    @Test
    void aMessageThatCountsIsLeftAsItIs() {
        progress.report(3, 20, "slice 2, tile 3/20");
        progress.report(0, 1, "loading the model");
        assertEquals(List.of("3/20 slice 2, tile 3/20", "0/1 loading the model"), shown);
    }

    @Test
    void countsBeyondAnInt() {
        progress.report(5_000_000_000L, 10_000_000_000L, "pixel");
        final String[] bar = shown.get(0).split(" ")[0].split("/");
        assertEquals(0.5, Double.parseDouble(bar[0]) / Double.parseDouble(bar[1]), 1e-6);
    }

    @Test
    void escapeCancels() {
        progress.checkCancelled();
        escape.set(true);
        assertTrue(progress.isCancelled());
        assertThrows(CancelledException.class, progress::checkCancelled);
    }
}
