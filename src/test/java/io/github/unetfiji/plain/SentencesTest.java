package io.github.unetfiji.plain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The small parts that sentences are made of. */
class SentencesTest {

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

    @Test
    void namesTheMissingJar() {
        assertEquals(
                "The class ai.djl.nn.Block is missing: put the jar of djl api into the folder jars of ImageJ and start it again.",
                MissingJar.sentence(new NoClassDefFoundError("ai/djl/nn/Block")));
        assertEquals(
                "The class ai.djl.pytorch.engine.PtModel is missing: put the jar of pytorch-engine into the folder jars of ImageJ and start"
                        + " it again.",
                MissingJar.sentence(new NoClassDefFoundError("ai/djl/pytorch/engine/PtModel")));
        assertEquals(
                "A library does not fit (NoSuchMethodError: com.google.gson.Gson.none()): replace the jar of gson in the folder jars of"
                        + " ImageJ by the version that came with this plugin.",
                MissingJar.sentence(new NoSuchMethodError("com.google.gson.Gson.none()")));
    }

    @Test
    void wrapsAtWords() {
        assertEquals(
                "one two\nthree\na-very-long-path\nfour",
                Sentence.wrap("one two three a-very-long-path four", 8));
    }
}
