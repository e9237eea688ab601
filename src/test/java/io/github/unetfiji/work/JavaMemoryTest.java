package io.github.unetfiji.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;

class JavaMemoryTest {

    @Test
    void whatFitsIsNotRefused() {
        JavaMemory.check(1 << 20, "This", "do nothing");
        JavaMemory.check(0, "This", "do nothing");
    }

    @Test
    void whatDoesNotFitIsToldWithNumbers() {
        final long most = Runtime.getRuntime().maxMemory();
        final String message =
                assertThrows(
                                UNetException.class,
                                () -> JavaMemory.check(most + 1, "The cake", "eat less"))
                        .getMessage();
        assertEquals(
                "The cake needs about "
                        + ((most >> 20) + 1)
                        + " MB of Java's memory, but only N MB of its "
                        + (most >> 20)
                        + " MB are free: allow more in Edit > Options > Memory & Threads, or eat less.",
                message.replaceFirst("only \\d+ MB", "only N MB"));
    }
}
