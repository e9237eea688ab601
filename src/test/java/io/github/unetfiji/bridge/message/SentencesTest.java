package io.github.unetfiji.bridge.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.File;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The small parts that sentences are made of. */
class SentencesTest {

    @Test
    void namesAllMissingJarsAndTheirFolder() {
        final Set<String> missing =
                Set.of("com/google/gson/Gson.class", "native/lib/pytorch.properties");
        final File jars = new File("jars");
        assertEquals(
                "The jars gson and pytorch-native-cpu are missing: make the folder jars, put them there,"
                        + " and start ImageJ again.",
                new MissingJar(entry -> !missing.contains(entry), jars)
                        .sentence(new NoClassDefFoundError("com/google/gson/Gson")));
        assertEquals(
                "The jar snakeyaml is missing: put it into the folder src and start ImageJ again.",
                new MissingJar(entry -> !entry.contains("yaml"), new File("src"))
                        .sentence(new NoClassDefFoundError("org/yaml/snakeyaml/Yaml")));
        assertEquals(
                "A library does not fit (NoSuchMethodError: com.google.gson.Gson.none()): replace the jar gson in the folder jars"
                        + " by the version that came with this plugin.",
                new MissingJar(entry -> true, jars)
                        .sentence(new NoSuchMethodError("com.google.gson.Gson.none()")));
    }

    @Test
    void knowsAllJarsThatThereAre() {
        final ClassLoader loader = getClass().getClassLoader();
        for (final MissingJar.Jar jar : MissingJar.Jar.values()) {
            assertNotNull(loader.getResource(jar.entry()), jar.jar());
        }
    }

    @Test
    void wrapsAtWords() {
        assertEquals(
                "one two\nthree\na-very-long-path\nfour",
                Failure.wrap("one two three a-very-long-path four", 8));
    }
}
