package io.github.unetfiji.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SliceNumbersTest {

    private static List<Integer> parse(final String text) {
        return List.copyOf(SliceNumbers.parse(text, "slices", "such as 3,7", 20));
    }

    @Test
    void numbersAndRanges() {
        assertEquals(List.of(18, 19), parse("19-20"));
        assertEquals(List.of(2, 6, 11, 12, 13), parse(" 7, 3 ,12 - 14, 13"));
        assertEquals(List.of(0), parse("1-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0     | slices is '0', but the stack has the slices 1 to 20.
                    19-21 | slices is '19-21', but the stack has the slices 1 to 20.
                    5-3   | slices is '5-3', but the stack has the slices 1 to 20.
                    3,    | slices is '3,', but must be such as 3,7.
                    all   | slices is 'all', but must be such as 3,7.
                    1.5   | slices is '1.5', but must be such as 3,7.
                    9999999999 | slices is '9999999999', but must be such as 3,7.
                    """)
    void others(final String text, final String sentence) {
        assertEquals(sentence, assertThrows(UNetException.class, () -> parse(text)).getMessage());
    }

    @Test
    void asPeopleWriteThem() {
        assertEquals("1, 3-5, 9", SliceNumbers.text(new TreeSet<>(List.of(0, 2, 3, 4, 8))));
        assertEquals("", SliceNumbers.text(new TreeSet<>()));
    }
}
