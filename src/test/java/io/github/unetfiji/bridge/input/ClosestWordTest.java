package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestWordTest {

    @ParameterizedTest
    @CsvSource({
        "modle,model",
        "modl,model",
        "Model,model",
        "models,model",
        "tiel,tile",
        "clases,classes"
    })
    void findsTheWordThatWasMeant(final String typed, final String meant) {
        assertEquals(
                " (did you mean \"" + meant + "\"?)",
                ClosestWord.hint(typed, List.of("tile", "model", "classes", "a")));
    }

    @ParameterizedTest
    @CsvSource({"b", "size", "xyz"})
    void doesNotGuessWildly(final String typed) {
        assertEquals("", ClosestWord.hint(typed, List.of("tile", "model", "classes", "a")));
    }
}
