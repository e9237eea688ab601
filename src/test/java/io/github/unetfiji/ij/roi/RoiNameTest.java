package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoiNameTest {

    @ParameterizedTest
    @CsvSource({
        "nucleus, nucleus, ''",
        "'  Cell wall ', Cell wall, ''",
        "nucleus-2, nucleus, ''",
        "type-A, type-A, ''",
        "G1-12-3, G1-12, ''",
        "nucleus#7, nucleus, nucleus#7",
        "nucleus # left-3, nucleus, nucleus#left",
        "'nucleus#', nucleus, ''",
        "'#4', cell, cell#4",
        "nucleus.roi, nucleus, ''",
    })
    void whatANameSays(final String name, final String className, final String cell) {
        assertEquals(className, RoiName.of(name).className());
        assertEquals(cell, RoiName.of(name).cell());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0012-0345",
                "0012-0345-1",
                "0003-0012-0345",
                "0003-0012-0345-12",
                "00003-12345-00345",
                "0012-0345.roi",
                "17",
            })
    void namesThatNobodyGave(final String name) {
        assertEquals(new RoiName("cell", ""), RoiName.of(name));
    }

    @Test
    void noName() {
        assertEquals(new RoiName("cell", ""), RoiName.of(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ignore", "IGNORE", "Ignore-1", "ignore#3", " ignore "})
    void ignored(final String name) {
        assertTrue(RoiName.of(name).isIgnore());
        assertEquals("", RoiName.of(name).cell());
    }

    @Test
    void background() {
        assertEquals(
                "The ROI 'Background-1' cannot name a class: background is what no ROI covers; to"
                        + " leave a region out, name it ignore.",
                assertThrows(UNetException.class, () -> RoiName.of("Background-1")).getMessage());
    }
}
