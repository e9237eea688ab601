package io.github.unetfiji.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidationSlicesTest {

    private static final TreeSet<Integer> SOME = new TreeSet<>(List.of(2, 6, 7, 8, 19));

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
        assertEquals(indices, ValidationSlices.parse(text, slices, upTo(slices)).toString());
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

    /** Of 20 slices the 3rd, 7th, 8th, 9th and 20th are annotated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.2|[19]", "0.5|[7, 8, 19]", "0.99|[2, 6, 7, 8, 19]", "7-8,20|[6, 7, 19]"})
    void aFractionIsThatOfTheAnnotatedSlices(final String text, final String indices) {
        assertEquals(indices, ValidationSlices.parse(text, 20, SOME).toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|1", "3-9|4-6", "19-20|19", "1-2,7,11|1-2, 11"})
    void slicesThatAreNotAnnotated(final String text, final String others) {
        assertEquals(
                "Validation is '"
                        + text
                        + "', but of slice(s) "
                        + others
                        + " nothing is annotated; annotated are the slice(s) 3, 7-9, 20.",
                assertThrows(UNetException.class, () -> ValidationSlices.parse(text, 20, SOME))
                        .getMessage());
    }

    private static TreeSet<Integer> upTo(final int slices) {
        return IntStream.range(0, slices).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private static void assertRefused(final String text, final String sentence) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> ValidationSlices.parse(text, 20, upTo(20)))
                        .getMessage());
    }
}
