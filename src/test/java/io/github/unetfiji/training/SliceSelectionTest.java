package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SliceSelectionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|20|[]",
                "0|20|[]",
                "0.00|20|[]",
                ".0|20|[]",
                "0.1|20|[18, 19]",
                " .25 |8|[6, 7]",
                "0.01|20|[19]",
                "0.99|2|[0, 1]",
                "1|20|[0]",
                "19-20|20|[18, 19]",
                "3,7,12-14|20|[2, 6, 11, 12, 13]",
                "7 , 3 - 4,3|20|[2, 3, 6]",
            })
    void understands(final String text, final int slices, final String indices) {
        assertEquals(indices, SliceSelection.parse(text, slices).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "-1", "1-", "a", "1;2", "1,,2", "1,", "50%", "1-2-3", "1e-1"})
    void nonsense(final String text) {
        assertRefused(
                text,
                "Validation is '"
                        + text
                        + "', but must be a fraction from 0 to below 1, or slices such as 19-20 or"
                        + " 3,7.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1", "21", "19-21", "20-19", "999999999"})
    void slicesThatAreNotThere(final String text) {
        assertRefused(text, "Validation is '" + text + "', but the stack has the slices 1 to 20.");
    }

    private static void assertRefused(final String text, final String sentence) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> SliceSelection.parse(text, 20))
                        .getMessage());
    }
}
