package io.github.unetfiji.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MemorySizeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 MB, 0 MB",
        "1, 1 MB, 0 MB",
        "1048576, 1 MB, 1 MB",
        "1048577, 2 MB, 1 MB",
        "10737418240, 10240 MB, 10240 MB"
    })
    void whatIsNeededIsRoundedUpAndWhatIsThereDown(
            final long bytes, final String needed, final String available) {
        assertEquals(needed, MemorySize.needed(bytes));
        assertEquals(available, MemorySize.available(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 MB",
        "47186, 0.045 MB",
        "1048576, 1.0 MB",
        "10485760, 10 MB",
        "104857600, 100 MB",
        "1047527424, 1000 MB",
        "1073741824, 1.0 GB",
        "10737418240, 10 GB",
        "161061273600, 150 GB"
    })
    void twoDigitsCount(final long bytes, final String text) {
        assertEquals(text, MemorySize.about(bytes));
    }
}
