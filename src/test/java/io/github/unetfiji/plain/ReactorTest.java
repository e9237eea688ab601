package io.github.unetfiji.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scijava.module.ModuleException;

@Timeout(20)
class ReactorTest {

    private final BlockingQueue<Reaction> reactions = new LinkedBlockingQueue<>();
    private LiveModules lively;
    private Reactor reactor;

    @BeforeEach
    void start() throws ModuleException {
        lively = LiveModules.lively();
        reactor = new Reactor(lively.live(), lively.live().start().seen(), reactions::add);
        lively.command().calls.clear();
    }

    /** Sets the depth whose estimate waits. */
    private void occupy() throws InterruptedException {
        reactor.changed("depth", "7");
        while (!lively.command().calls.contains("estimate 7")) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        lively.command().calls.clear();
    }

    @Test
    void aLaterCallbackSeesWhatAPresetHasSet() throws InterruptedException {
        occupy();
        reactor.changed("preset", "quick");
        reactor.changed("depth", "5");
        lively.command().gate.countDown();
        assertEquals(Map.of(), reactions.take().changed());
        assertEquals("16", reactions.take().changed().get("features"));
        final Reaction last = reactions.take();
        assertEquals("16", last.seen().get("features"));
        assertEquals("80 MB of memory and 2 minutes.", last.messages().get("needs"));
        reactor.close(() -> {});
    }

    @Test
    void aPresetDoesNotOverwriteWhatIsTypedMeanwhile() throws InterruptedException {
        reactor.changed("iterations", "300");
        reactions.take();
        reactor.changed("preset", "quick");
        final Reaction preset = reactions.take();
        assertEquals(
                Map.of("features", "16", "rate", "0.001"),
                preset.toShow(Map.of("iterations", "30", "features", "64", "rate", "0.0001")));
        reactor.close(() -> {});
    }

    @Test
    void manyChangesAreOneCall() throws InterruptedException {
        occupy();
        for (int iterations = 1000; iterations <= 2000; iterations += 100) {
            reactor.changed("iterations", String.valueOf(iterations));
        }
        reactor.changed("depth", "3");
        lively.command().gate.countDown();
        reactions.take();
        reactions.take();
        assertEquals("192 MB of memory and 20 minutes.", reactions.take().messages().get("needs"));
        assertEquals(
                List.of("estimate 3", "preview", "estimate 3", "preview"),
                lively.command().calls.stream().skip(1).toList());
        reactor.close(() -> {});
    }

    @Test
    void nobodyIsToldAfterTheDialogAndTheCommandCleansUpLast() throws InterruptedException {
        occupy();
        final CountDownLatch clean = new CountDownLatch(1);
        assertTrue(
                reactor.close(
                        () -> {
                            lively.live().cancel();
                            clean.countDown();
                        }));
        clean.await();
        assertEquals(List.of("interrupted", "preview", "cancel"), lively.command().calls);
        assertNull(reactions.poll());
    }

    @Test
    void isNotBusyWhenNothingRuns() {
        assertFalse(reactor.close(() -> {}));
    }
}
