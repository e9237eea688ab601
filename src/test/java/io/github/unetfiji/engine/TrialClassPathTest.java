package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jars are found in folders of any name, however a class loader writes their addresses. */
class TrialClassPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"plain", "with space", "brackets [1]", "100%", "curly {a}", "Müller"})
    void findsJars(final String folder) throws MalformedURLException {
        final Path jar = Path.of("some", folder, "jars.jar").toAbsolutePath();
        assertEquals(jar, TrialClassPath.path(jar.toUri().toURL()), "escaped");
        final String plain = "file:" + jar.toString().replace(File.separatorChar, '/');
        assertEquals(jar, TrialClassPath.path(new URL(plain)), "not escaped");
    }
}
