package io.github.unetfiji.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParallelWorkTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 8", "7, 1", "7, 2", "7, 7", "7, 100", "1000, 3"})
    void everyItemIsWorkedOnOnce(final int items, final int threads) {
        final AtomicIntegerArray times = new AtomicIntegerArray(items);
        final AtomicInteger workers = new AtomicInteger();
        ParallelWork.forEach(
                items,
                threads,
                () -> {
                    workers.incrementAndGet();
                    return times::incrementAndGet;
                });
        for (int i = 0; i < items; i++) {
            assertEquals(1, times.get(i), "item " + i);
        }
        assertEquals(Math.min(items, threads), workers.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void resultsAreInOrder(final int threads) {
        assertEquals(
                IntStream.range(0, 100).mapToObj(i -> "r" + i).toList(),
                ParallelWork.results(100, threads, i -> "r" + i));
    }

    @Test
    void nothingToDo() {
        assertEquals(List.of(), ParallelWork.results(0, 4, i -> i));
    }

    @Test
    void oneThreadIsTheCallingOne() {
        final Set<Thread> threads = Collections.synchronizedSet(new HashSet<>());
        ParallelWork.forEach(10, 1, () -> item -> threads.add(Thread.currentThread()));
        assertEquals(Set.of(Thread.currentThread()), threads);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    void theFirstFailureIsThrownAsItIs(final int threads) {
        final UNetException failure = new UNetException("Item 3.");
        for (int run = 0; run < 50; run++) {
            assertSame(
                    failure,
                    assertThrows(
                            UNetException.class,
                            () ->
                                    ParallelWork.forEach(
                                            100,
                                            threads,
                                            () ->
                                                    item -> {
                                                        if (item == 3) {
                                                            throw failure;
                                                        }
                                                        if (item > 3) {
                                                            throw new UNetException("Later.");
                                                        }
                                                    })));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void afterAFailureNoFurtherItemIsTaken(final int threads) {
        final AtomicInteger taken = new AtomicInteger();
        assertThrows(
                OutOfMemoryError.class,
                () ->
                        ParallelWork.forEach(
                                1_000_000,
                                threads,
                                () ->
                                        item -> {
                                            taken.incrementAndGet();
                                            throw new OutOfMemoryError("none");
                                        }));
        assertTrue(taken.get() <= threads, taken::toString);
    }

    @Test
    void anInterruptCancels() throws InterruptedException {
        final CountDownLatch begun = new CountDownLatch(2);
        final CountDownLatch end = new CountDownLatch(1);
        final AtomicInteger taken = new AtomicInteger();
        final List<Object> outcome = Collections.synchronizedList(new ArrayList<>());
        final Thread caller =
                new Thread(
                        () -> {
                            try {
                                ParallelWork.forEach(
                                        1_000_000,
                                        2,
                                        () ->
                                                item -> {
                                                    taken.incrementAndGet();
                                                    begun.countDown();
                                                    await(end);
                                                });
                            } catch (final CancelledException e) {
                                outcome.add(e);
                                outcome.add(Thread.currentThread().isInterrupted());
                            }
                        });
        caller.start();
        begun.await();
        caller.interrupt();
        caller.join();
        end.countDown();
        assertEquals(2, outcome.size());
        assertEquals(true, outcome.get(1));
        assertTrue(taken.get() < 1_000_000, taken::toString);
    }

    private static void await(final CountDownLatch latch) {
        try {
            latch.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
