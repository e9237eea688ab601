package io.github.unetfiji.bridge.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LatestTaskQueueTest {

    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final LatestTaskQueue worker = new LatestTaskQueue("test");
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch gate = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Occupies the worker until the gate opens or it is interrupted. */
    private void occupy() throws InterruptedException {
        worker.submit(
                "long",
                () -> {
                    running.countDown();
                    try {
                        gate.await();
                        done.add("long");
                    } catch (final InterruptedException e) {
                        done.add("interrupted");
                    }
                });
        running.await();
    }

    private void end() {
        done.add("end " + Thread.currentThread().isInterrupted());
        ended.countDown();
    }

    @Test
    void doesTheLastOfThoseThatWaitUnderOneName() throws InterruptedException {
        occupy();
        worker.submit("a", () -> done.add("a1"));
        worker.submit("b", () -> done.add("b"));
        worker.submit("a", () -> done.add("a2"));
        worker.submit("last", ended::countDown);
        gate.countDown();
        ended.await();
        assertEquals(List.of("long", "a2", "b"), done);
        worker.close(() -> {});
    }

    @Test
    void dropsWhatWaitsAndInterruptsWhatRunsOnClose() throws InterruptedException {
        occupy();
        worker.submit("a", () -> done.add("a"));
        worker.close(this::end);
        assertTrue(worker.isClosed());
        worker.submit("b", () -> done.add("b"));
        ended.await();
        assertEquals(List.of("interrupted", "end false"), done);
    }

    @Test
    void endsAtOnceIfNothingRuns() throws InterruptedException {
        worker.close(this::end);
        assertTrue(ended.await(10, TimeUnit.SECONDS));
        assertEquals(List.of("end false"), done);
    }

    @Test
    void aTaskThatLeavesItsThreadInterruptedDoesNotEndIt() throws InterruptedException {
        worker.submit("rude", () -> Thread.currentThread().interrupt());
        worker.submit("next", this::end);
        ended.await();
        assertEquals(List.of("end false"), done);
        worker.close(() -> {});
    }

    @Test
    void theThreadEnds() throws InterruptedException {
        final List<Thread> threads = Collections.synchronizedList(new ArrayList<>());
        worker.close(() -> threads.add(Thread.currentThread()));
        while (threads.isEmpty()) {
            Thread.onSpinWait();
        }
        threads.get(0).join();
        assertTrue(threads.get(0).isDaemon());
    }
}
