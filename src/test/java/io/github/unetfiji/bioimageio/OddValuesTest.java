package io.github.unetfiji.bioimageio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every field of two small packages is left out, and set to a value of every other type: nearly 4000 packages. Each gives one
 * sentence that names the field; those that do not are listed in {@code odd-values.txt}.
 */
class OddValuesTest {

    private static final Pattern FIELD = Pattern.compile("The field (\\S+) of rdf\\.yaml .*");
    private static final Pattern FILE = Pattern.compile("The file (\\S+) of the package .*");

    /** What comes of an odd value, where it is not a sentence about its field. */
    private static Map<String, String> listed(final String format) throws IOException {
        final Map<String, String> listed = new HashMap<>();
        try (InputStream in = OddValuesTest.class.getResourceAsStream("odd-values.txt")) {
            for (final String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                final String[] parts = line.split(" \\| ");
                if (parts[0].equals(format)) {
                    for (final String value : parts[2].split("; ")) {
                        listed.put(parts[1] + " = " + value, parts[3].strip());
                    }
                }
            }
        }
        return listed;
    }

    @Test
    void aWrongFieldOfFormat04IsNamed() throws IOException {
        check(SmallPackages.format04(), listed("04"));
    }

    @Test
    void aWrongFieldOfFormat05IsNamed() throws IOException {
        check(SmallPackages.format05(), listed("05"));
    }

    private static void check(final MemoryFiles right, final Map<String, String> listed)
            throws IOException {
        SmallPackages.read(right);
        final List<OddValues.Case> cases = OddValues.of(right);
        assertTrue(cases.size() > 1400, "too few cases: " + cases.size());
        final List<String> wrong = new ArrayList<>();
        for (final OddValues.Case odd : cases) {
            final Optional<String> sentence = OneSentence.of(() -> SmallPackages.read(odd.files()));
            final String expected = listed.remove(odd.name());
            if (!isExpected(odd.path(), sentence, Optional.ofNullable(expected))) {
                wrong.add(odd.name() + ": " + sentence.orElse("read"));
            }
        }
        assertEquals(List.of(), wrong);
        assertEquals(Map.of(), listed, "listed, but no cases");
    }

    private static boolean isExpected(
            final String path, final Optional<String> sentence, final Optional<String> expected) {
        final String named = sentence.map(OddValuesTest::named).orElse("read");
        return expected.map(named::equals)
                .orElse(
                        named.equals(path)
                                || named.startsWith(path + ".")
                                || named.startsWith(path + "["));
    }

    private static String named(final String sentence) {
        for (final Pattern pattern : List.of(FIELD, FILE)) {
            final Matcher matcher = pattern.matcher(sentence);
            if (matcher.matches()) {
                return matcher.group(1);
            }
        }
        return sentence;
    }
}
