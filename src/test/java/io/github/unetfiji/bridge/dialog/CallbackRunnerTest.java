package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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
class CallbackRunnerTest {

    private final BlockingQueue<Reaction> changes = new LinkedBlockingQueue<>();
    private final BlockingQueue<Reaction> previews = new LinkedBlockingQueue<>();
    private DialogModules values;
    private DialogModules previewing;
    private CallbackRunner reactor;

    @BeforeEach
    void start() throws ModuleException {
        values = DialogModules.lively();
        previewing = DialogModules.lively();
        previewing.live().start();
        reactor =
                new CallbackRunner(
                        values.live(),
                        previewing.live(),
                        values.live().start(),
                        changes::add,
                        previews::add);
        values.command().calls.clear();
        previewing.command().calls.clear();
    }

    private static void await(final DialogModules lively, final String call)
            throws InterruptedException {
        while (!lively.command().calls.contains(call)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        lively.command().calls.clear();
    }

    /** Sets the depth whose estimate waits. */
    private void occupyCallbacks() throws InterruptedException {
        reactor.changed("depth", "7");
        await(values, "estimate 7");
    }

    /** Sets the dropout whose preview waits. */
    private void occupyPreviews() throws InterruptedException {
        reactor.changed("dropout", "0.9");
        await(previewing, "preview");
    }

    private void settle() throws InterruptedException {
        final CountDownLatch settled = new CountDownLatch(1);
        reactor.whenSettled(settled::countDown);
        settled.await();
    }

    @Test
    void aPresetIsAppliedWhileAPreviewTakesItsTime() throws InterruptedException {
        occupyPreviews();
        reactor.changed("preset", "quick");
        settle();
        assertEquals(
                Map.of("features", "16", "iterations", "200", "rate", "0.001"),
                changes.remove().changed());
        assertEquals(16, values.module().getInput("features"));
        assertNull(previews.poll());
        reactor.close(() -> {});
    }

    @Test
    void aTypedFieldAndAPresetAreTakenInTheirOrder() throws InterruptedException {
        occupyPreviews();
        reactor.changed("iterations", "300");
        reactor.changed("preset", "quick");
        settle();
        changes.remove();
        assertEquals("300", changes.element().seen().get("iterations"));
        assertEquals("200", changes.remove().changed().get("iterations"));
        reactor.close(() -> {});
    }

    @Test
    void aPreviewSeesWhatAPresetHasSet() throws InterruptedException {
        reactor.changed("preset", "quick");
        final Reaction preview = previews.take();
        assertEquals("16", preview.seen().get("features"));
        assertEquals(reactor.edits(), preview.state().edits());
        assertEquals(16, previewing.module().getInput("features"));
        assertEquals("64 MB of memory and 2 minutes.", previewing.module().getInput("needs"));
        reactor.close(() -> {});
    }

    @Test
    void aLaterCallbackSeesWhatAPresetHasSet() throws InterruptedException {
        occupyCallbacks();
        reactor.changed("preset", "quick");
        reactor.changed("depth", "5");
        values.command().gate.countDown();
        assertEquals(Map.of(), changes.take().changed());
        assertEquals("16", changes.take().changed().get("features"));
        assertEquals("16", changes.take().seen().get("features"));
        assertEquals("80 MB of memory and 2 minutes.", values.module().getInput("needs"));
        reactor.close(() -> {});
    }

    @Test
    void aPresetDoesNotOverwriteWhatIsTypedMeanwhile() throws InterruptedException {
        reactor.changed("iterations", "300");
        changes.take();
        reactor.changed("preset", "quick");
        final Reaction preset = changes.take();
        assertEquals(
                Map.of("features", "16", "rate", "0.001"),
                preset.toShow(Map.of("iterations", "30", "features", "64", "rate", "0.0001")));
        reactor.close(() -> {});
    }

    @Test
    void manyChangesAreOneCall() throws InterruptedException {
        occupyCallbacks();
        for (int iterations = 1000; iterations <= 2000; iterations += 100) {
            reactor.changed("iterations", String.valueOf(iterations));
        }
        reactor.changed("depth", "3");
        values.command().gate.countDown();
        settle();
        assertEquals(List.of("estimate 3", "estimate 3"), values.command().calls);
        assertEquals("192 MB of memory and 20 minutes.", values.module().getInput("needs"));
        reactor.close(() -> {});
    }

    @Test
    void manyChangesAreOnePreview() throws InterruptedException {
        occupyPreviews();
        reactor.changed("dropout", "0.1");
        reactor.changed("dropout", "0.2");
        previewing.command().gate.countDown();
        previews.take();
        assertEquals("0.2", previews.take().seen().get("dropout"));
        assertEquals(List.of("preview"), previewing.command().calls);
        reactor.close(() -> {});
    }

    @Test
    void nobodyIsToldAfterTheDialogAndTheCommandCleansUpLast() throws InterruptedException {
        occupyPreviews();
        final CountDownLatch clean = new CountDownLatch(1);
        reactor.close(
                () -> {
                    previewing.live().cancel();
                    clean.countDown();
                });
        clean.await();
        assertEquals(List.of("interrupted", "cancel"), previewing.command().calls);
        assertNull(previews.poll());
        assertEquals(List.of(), values.command().calls);
    }
}
