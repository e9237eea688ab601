package io.github.unetfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> told = new ArrayList<>();
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final Progress progress =
            new Progress() {
                @Override
                public void report(final long done, final long total, final String message) {
                    told.add(done + "/" + total + " " + message);
                }

                @Override
                public boolean isCancelled() {
                    return cancelled.get();
                }
            };

    @Test
    void aPartReportsInUnitsOfTheWhole() {
        final Progress part = progress.part(10, 20, 40);
        part.report(0, 3, "a");
        part.report(1, 3, "b");
        part.report(3, 3, "c");
        assertEquals(List.of("10/40 a", "16/40 b", "30/40 c"), told);
    }

    @Test
    void partsOfAPart() {
        progress.part(0, 1 << 20, 1 << 21).part(1, 1, 4).report(1, 2, "deep");
        assertEquals(List.of((1 << 18) + "/" + (1 << 21) + " deep"), told);
    }

    /** Every unit of a part as large as it is told is one unit of the whole. */
    @Test
    void unitsAreExact() {
        for (long done = 0; done <= 49; done++) {
            progress.part(7, 49, 100).report(done, 49, "");
            assertEquals(7 + done + "/100 ", told.get((int) done));
        }
    }

    @Test
    void bytesDoNotOverflow() {
        progress.part(0, 1L << 50, 1L << 51).report(1L << 40, 1L << 41, "bytes");
        assertEquals(List.of((1L << 49) + "/" + (1L << 51) + " bytes"), told);
    }

    @Test
    void allAreCancelledWithTheWhole() {
        final AtomicBoolean also = new AtomicBoolean();
        final Progress part = progress.part(0, 1, 2).orCancelledBy(also::get);
        final Progress elsewhere = part.reportingTo(Progress.NONE);
        assertFalse(elsewhere.isCancelled());
        also.set(true);
        assertTrue(elsewhere.isCancelled());
        also.set(false);
        cancelled.set(true);
        assertTrue(elsewhere.isCancelled());
        elsewhere.report(1, 1, "nobody hears it");
        assertEquals(List.of(), told);
    }
}
