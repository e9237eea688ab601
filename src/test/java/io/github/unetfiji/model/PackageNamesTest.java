package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackageNamesTest {

    @ParameterizedTest
    @CsvSource({
        "my cells, my cells",
        "k1, Model k1",
        "Zellen µm, Zellen _m",
        "'  ', Model",
        "a/b.c:d, a_b_c_d"
    })
    void namesHaveTheCharactersOfTheFormat(final String given, final String name) {
        assertEquals(name, PackageNames.name(given, "Model"));
    }
}
