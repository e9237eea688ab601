package io.github.unetfiji.model;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.file.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is in a package: it is read and can be told of, or refused in one short sentence. */
class PackageFuzzTest {

    private static final String[] VALUES = {
        "&a [*a]",
        "*b",
        "&b {x: [*b]}",
        "[]",
        "{}",
        "null",
        "~",
        ".nan",
        ".inf",
        "-1",
        "0",
        "99999999999",
        "1e400",
        "\"\\e[31m\"",
        "\"\\0\"",
        "!!binary aGVsbG8=",
        "!!set {a, b}",
        "!!int x",
        "!!python/object:os.system [x]",
        "2026-01-01",
        "0x7fffffff",
        "1:59:59",
        "'" + "z".repeat(50_000) + "'",
        "<<: {a: b}",
        "? [1]",
        "\ud83d",
        "\u202e",
        "- x",
        "[[[[[[[[[[]]]]]]]]]]",
        "iteration,loss,rate,validation_loss,pixel_error,seconds"
    };

    @TempDir private Path folder;

    @Test
    void everyOutcomeIsOneSentence() throws IOException {
        final Path file = folder.resolve("model.zip");
        ModelPackage.write(Models.tiny(1, 2, "range").with("note", "a"), file);
        final Map<String, byte[]> good = Zips.read(file);
        final Random random = new Random(11);
        int read = 0;
        for (int i = 0; i < 1500; i++) {
            final Map<String, byte[]> entries = new LinkedHashMap<>(good);
            switch (random.nextInt(4)) {
                case 0 -> weights(entries, random);
                default -> description(entries, random);
            }
            Zips.write(file, entries);
            try {
                assertLegible(ModelReport.of(ModelPackage.read(file)).replace("\n", ""));
                read++;
            } catch (final UNetException e) {
                assertLegible(e.getMessage());
                assertTrue(e.getMessage().length() <= 1000, e.getMessage());
                assertTrue(e.getMessage().endsWith("."), e.getMessage());
            }
        }
        assertTrue(read > 100 && read < 1000, "read " + read);
    }

    /** Another value for one or two keys. */
    private static void description(final Map<String, byte[]> entries, final Random random) {
        final String yaml = new String(entries.get("rdf.yaml"), StandardCharsets.UTF_8);
        final List<String> lines = new java.util.ArrayList<>(yaml.lines().toList());
        for (int k = random.nextInt(2); k >= 0; k--) {
            final int at = random.nextInt(lines.size());
            final String line = lines.get(at);
            final int colon = line.indexOf(':');
            lines.set(
                    at,
                    line.substring(0, colon < 0 ? 0 : colon + 1)
                            + " "
                            + VALUES[random.nextInt(VALUES.length)]);
        }
        entries.put("rdf.yaml", String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    /** Other bytes in an entry of the archive of weights, whose checksum is right. */
    private void weights(final Map<String, byte[]> entries, final Random random)
            throws IOException {
        final Path archive = folder.resolve("weights.pt");
        Files.write(archive, entries.get("weights.pt"));
        final Map<String, byte[]> parts = Zips.read(archive);
        final List<String> names = List.copyOf(parts.keySet());
        final String name =
                random.nextBoolean() ? names.get(0) : names.get(random.nextInt(names.size()));
        final byte[] part = parts.get(name).clone();
        for (int k = random.nextInt(4); k >= 0; k--) {
            part[random.nextInt(part.length)] = (byte) random.nextInt(256);
        }
        parts.put(name, random.nextInt(8) == 0 ? new byte[random.nextInt(100_000)] : part);
        Zips.write(archive, parts);
        final byte[] weights = Files.readAllBytes(archive);
        final String before = Sha256.hex(entries.get("weights.pt"));
        final String yaml = new String(entries.get("rdf.yaml"), StandardCharsets.UTF_8);
        entries.put("weights.pt", weights);
        entries.put(
                "rdf.yaml",
                yaml.replace(before, Sha256.hex(weights)).getBytes(StandardCharsets.UTF_8));
    }

    private static void assertLegible(final String text) {
        assertTrue(
                text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202e), text);
    }
}
