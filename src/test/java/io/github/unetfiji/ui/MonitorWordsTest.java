package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.training.ValidationView;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorWordsTest {

    private static final ValidationView VIEW =
            new ValidationView(1200, 18, 1, 1, new float[1], new int[1], new float[2]);

    @ParameterizedTest
    @CsvSource({
        "0.4, 0 s, 0 s",
        "59.4, 59 s, 59 s",
        "59.6, 1 min 0 s, 1 min 0 s",
        "200, 3 min 20 s, 3 min",
        "3599.7, 1 h 0 min, 60 min",
        "7500, 2 h 5 min, 2 h 5 min",
        "97200, 1 d 3 h, 1 d 3 h"
    })
    void timesHaveTwoUnits(final double seconds, final String words, final String about) {
        assertEquals(words, Durations.words(seconds));
        assertEquals(about, Durations.about(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "0.00123, 1.23 ms",
        "0.0421, 42.1 ms",
        "0.9994, 999 ms",
        "0.9996, 1.00 s",
        "72.55, 72.6 s",
        "123.4, 123 s"
    })
    void speedsHaveThreeDigits(final double seconds, final String words) {
        assertEquals(words, Durations.precise(seconds));
    }

    @Test
    void residentMemoryIsThatOfLinux() {
        assertEquals(
                OptionalLong.of(2048L * 1024),
                MemoryUse.resident(List.of("Name:\tjava", "VmRSS:\t    2048 kB", "Threads:\t9")));
        assertEquals(OptionalLong.empty(), MemoryUse.resident(List.of("Name:\tjava")));
        assertEquals("1.5 GB", MemoryUse.gigabytes(1_500_000_000L));
        assertTrue(MemoryUse.words().matches("\\d+\\.\\d GB (in use|of at most).*"));
    }

    @Test
    void captionsCountSlicesFromOneAndNameColours() {
        final String overlay =
                SliceCaption.caption(VIEW, SliceMode.OVERLAY, List.of("background", "a<b"));
        assertTrue(overlay.contains("Slice 19 after 1,200 iterations"), overlay);
        assertTrue(overlay.contains("<font color='#ff9f1c'>&#9632;</font>&nbsp;a&lt;b"), overlay);
        assertFalse(overlay.contains("background"), overlay);
        assertTrue(overlay.contains("truth (outline)"), overlay);
    }

    @Test
    void everyClassHasItsProbability() {
        assertEquals(
                List.of(
                        "Prediction and truth",
                        "Truth",
                        "Probability of background",
                        "Probability of cell",
                        "Image alone"),
                SliceMode.all(List.of("background", "cell")).stream()
                        .map(SliceMode::toString)
                        .toList());
    }

    @Test
    void withoutHeldOutSlicesItSaysHowToHoldSomeOut() {
        final MonitorModel model = new MonitorModel(new FakeClock());
        assertEquals("", SliceCaption.missing(model.state()));
        model.onStart(new SyntheticTraining(10, false).plan());
        assertTrue(
                SliceCaption.missing(model.state())
                        .contains("\"Validation slices\" before you train"));
        model.onStart(new SyntheticTraining(10, true).plan());
        assertTrue(SliceCaption.missing(model.state()).contains("after the first validation"));
        model.onEnd("done");
        assertTrue(SliceCaption.missing(model.state()).contains("ended before"));
    }
}
