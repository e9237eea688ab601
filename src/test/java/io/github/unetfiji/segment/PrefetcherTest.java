package io.github.unetfiji.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PrefetcherTest {

    @Test
    void theItemsInTheirOrder() {
        final List<Integer> items = new ArrayList<>();
        try (Prefetcher<Integer> squares = new Prefetcher<>("squares", 5, i -> i * i)) {
            for (int i = 0; i < 5; i++) {
                items.add(squares.next());
            }
        }
        assertEquals(List.of(0, 1, 4, 9, 16), items);
    }

    /** While item 0 is used, item 1 is computed, and then the source waits. */
    @Test
    void oneAheadAndNoMore() throws InterruptedException {
        final AtomicInteger computed = new AtomicInteger();
        final CountDownLatch second = new CountDownLatch(2);
        try (Prefetcher<Integer> items =
                new Prefetcher<>(
                        "items",
                        100,
                        i -> {
                            computed.incrementAndGet();
                            second.countDown();
                            return i;
                        })) {
            assertEquals(0, items.next());
            assertTrue(second.await(10, TimeUnit.SECONDS), "item 1 is not computed ahead");
            Thread.sleep(50);
            assertEquals(2, computed.get());
        }
        assertEquals(2, computed.get());
    }

    @Test
    void aFailureComesInItsPlace() {
        final UNetException failure = new UNetException("no slice");
        try (Prefetcher<Integer> items =
                new Prefetcher<>(
                        "items",
                        3,
                        i -> {
                            if (i == 1) {
                                throw failure;
                            }
                            return i;
                        })) {
            assertEquals(0, items.next());
            assertSame(failure, assertThrows(UNetException.class, items::next));
            assertSame(
                    failure,
                    assertThrows(UNetException.class, items::next),
                    "the next item does not take the place of the one that failed");
        }
    }

    @Test
    void anErrorIsNotLost() {
        try (Prefetcher<Integer> items =
                new Prefetcher<>(
                        "items",
                        1,
                        i -> {
                            throw new OutOfMemoryError("heap");
                        })) {
            assertEquals("heap", assertThrows(OutOfMemoryError.class, items::next).getMessage());
        }
    }

    @Test
    void closingWaitsForTheSource() throws InterruptedException {
        final CountDownLatch begun = new CountDownLatch(1);
        final AtomicBoolean working = new AtomicBoolean();
        final Prefetcher<Integer> items =
                new Prefetcher<>(
                        "items",
                        3,
                        i -> {
                            working.set(true);
                            begun.countDown();
                            final long end = System.nanoTime() + 100_000_000;
                            while (System.nanoTime() < end) {
                                Thread.onSpinWait();
                            }
                            working.set(false);
                            return i;
                        });
        assertTrue(begun.await(10, TimeUnit.SECONDS));
        items.close();
        assertFalse(working.get(), "the source is still at work");
    }

    @Test
    void whoWaitsCanBeInterrupted() {
        try (Prefetcher<Integer> items =
                new Prefetcher<>(
                        "items",
                        1,
                        i -> {
                            try {
                                Thread.sleep(10_000);
                            } catch (final InterruptedException e) {
                                throw new CancelledException();
                            }
                            return i;
                        })) {
            Thread.currentThread().interrupt();
            assertThrows(CancelledException.class, items::next);
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void nothingComesAfterClosing() {
        final Prefetcher<Integer> items = new Prefetcher<>("items", 3, i -> i);
        assertEquals(0, items.next());
        items.close();
        assertThrows(IllegalStateException.class, items::next);
    }
}
