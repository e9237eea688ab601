package io.github.unetfiji.setting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {

    static Stream<Arguments> wordings() {
        return Stream.of(
                Arguments.of(Range.ALL, "a number", "a number"),
                Arguments.of(Range.of(1, 8), "from 1 to 8", "a number from 1 to 8"),
                Arguments.of(Range.ALL.atLeast(0), "0 or more", "a number, 0 or more"),
                Arguments.of(Range.ALL.above(0), "above 0", "a number above 0"),
                Arguments.of(Range.ALL.atMost(2.5), "2.5 or less", "a number, 2.5 or less"),
                Arguments.of(Range.ALL.below(1), "below 1", "a number, below 1"),
                Arguments.of(
                        Range.ALL.atLeast(0).below(1),
                        "from 0 to below 1",
                        "a number from 0 to below 1"),
                Arguments.of(
                        Range.of(4, 16384).withZero(),
                        "0, or from 4 to 16384",
                        "0, or a number from 4 to 16384"),
                Arguments.of(Range.of(0, 1e6), "from 0 to 1000000", "a number from 0 to 1000000"));
    }

    @ParameterizedTest
    @MethodSource("wordings")
    void saysWhatIsAllowed(final Range range, final String words, final String withNoun) {
        assertEquals(words, range.toString());
        assertEquals(withNoun, range.of("a number"));
    }

    @Test
    void endsBelongToItOrNot() {
        assertTrue(Range.of(0, 1).contains(0));
        assertTrue(Range.of(0, 1).contains(1));
        assertFalse(Range.of(0, 1).contains(Math.nextUp(1.0)));
        assertFalse(Range.of(0, 1).contains(-Double.MIN_VALUE));
        assertFalse(Range.ALL.above(0).contains(0));
        assertTrue(Range.ALL.above(0).contains(Double.MIN_VALUE));
        assertFalse(Range.ALL.below(1).contains(1));
        assertTrue(Range.ALL.below(1).contains(Math.nextDown(1.0)));
    }

    @Test
    void zeroMayStandAlone() {
        assertEquals(Range.ALL.atLeast(0), Range.ALL.above(0).withZero());
        final Range range = Range.of(4, 8).withZero();
        assertTrue(range.contains(0));
        assertFalse(range.contains(1));
        assertTrue(range.contains(4));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void noRangeHasWhatIsNotFinite(final double value) {
        assertFalse(Range.ALL.contains(value));
        assertFalse(Range.ALL.withZero().contains(value));
    }

    @Test
    void refusesInOneSentence() {
        assertEquals(3, Range.of(1, 8).check("depth", 3, ""));
        assertEquals(
                "width is 0, but must be from 1 to 8 px.",
                assertThrows(UNetException.class, () -> Range.of(1, 8).check("width", 0, "px"))
                        .getMessage());
    }
}
