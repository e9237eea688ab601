package io.github.unetfiji.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "0.4, 0 s, 0 s",
        "59.4, 59 s, 59 s",
        "59.6, 1 min 0 s, 60 s",
        "119.4, 1 min 59 s, 119 s",
        "119.6, 2 min 0 s, 2 min",
        "200, 3 min 20 s, 3 min",
        "3599.4, 59 min 59 s, 60 min",
        "3599.7, 1 h 0 min, 60 min",
        "7199.4, 2 h 0 min, 120 min",
        "7500, 2 h 5 min, 2 h 5 min",
        "86369, 23 h 59 min, 23 h 59 min",
        "86371, 1 d 0 h, 1 d 0 h",
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
    void measuredTimesHaveThreeDigits(final double seconds, final String words) {
        assertEquals(words, Durations.precise(seconds));
    }
}
