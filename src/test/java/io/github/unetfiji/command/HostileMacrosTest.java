package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.engine.Zips;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Titles, options and models that were made to hurt, in real macros: they work, or get a plain sentence. */
class HostileMacrosTest {

    private static final String TRAIN =
            """
            run("U-Net Sample Stack...", "width=64 height=60 slices=2 seed=5");
            rename("it's a ] [\\"b");
            selectImage("sample-5-labels"); rename("labels");
            selectImage("it's a ] [\\"b");
            """;

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;
    private static String line;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        final UNetModel tiny = Models.of(Architecture.of(1, 2, 1, 2), "stack");
        final Map<String, Object> provenance = new LinkedHashMap<>(tiny.provenance());
        provenance.put("note", "no\\e[2J");
        ModelPackage.write(
                new UNetModel(
                        "m",
                        tiny.architecture(),
                        tiny.parameters(),
                        tiny.normalization(),
                        List.of("background", "=HYPERLINK('x', \"y\")"),
                        provenance),
                folder.resolve("m.zip"));
        final String yaml =
                new String(
                        Zips.read(folder.resolve("m.zip")).get("rdf.yaml"), StandardCharsets.UTF_8);
        Files.copy(folder.resolve("m.zip"), folder.resolve("loop.zip"));
        Zips.change(
                folder.resolve("loop.zip"),
                "rdf.yaml",
                (yaml.substring(0, yaml.indexOf("provenance:")) + "provenance: &a {x: *a}\n")
                        .getBytes(StandardCharsets.UTF_8));
        Zips.change(
                folder.resolve("m.zip"),
                "rdf.yaml",
                yaml.replace("no\\e[2J", "\"no\\e[2J\"").getBytes(StandardCharsets.UTF_8));
        final Map<String, Macros.Outcome> before =
                new Macros(folder)
                        .add(
                                "train",
                                TRAIN
                                        + "run('U-Net Train...', 'labels=labels features=2 depth=1 iterations=2"
                                        + " patch=44 model=$/odd.zip');")
                        .run();
        assertEquals("", before.get("train").failure());
        line = (String) ModelPackage.read(folder.resolve("odd.zip")).provenance().get("macro");
        outcomes =
                new Macros(folder)
                        .add("again", TRAIN + line.replace("odd.zip", "again.zip"))
                        .add(
                                "nul",
                                "run('U-Net Model Info...', 'model=a' + fromCharCode(0) + '.zip');")
                        .add(
                                "endless",
                                """
                                s = "a"; for (i = 0; i < 17; i++) s = s + s;
                                run("U-Net Sample Stack...", "width=" + s);
                                """)
                        .add("loop", "run('U-Net Model Info...', 'model=$/loop.zip');")
                        .add("info", "run('U-Net Model Info...', 'model=$/m.zip');")
                        .add(
                                "objects",
                                """
                                newImage("a", "8-bit noise", 40, 40, 1);
                                run("U-Net Segment...", "model=$/m.zip output=instances measure threshold=0.1");
                                saveAs("Results", "$/results.csv");
                                """)
                        .run();
    }

    private static String failure(final String macro) {
        return outcomes.get(macro).failure().replaceFirst("^.*?, line \\d+: ", "");
    }

    @Test
    void anyTitleCanBeTrainedAndTrainedAgain() {
        assertTrue(line.contains("image='it''s a ] [\\\"b' "), line);
        assertEquals("", failure("again"));
        assertEquals(
                ModelPackage.read(folder.resolve("odd.zip")).parameters(),
                ModelPackage.read(folder.resolve("again.zip")).parameters());
    }

    @Test
    void badValuesAreShortSentences() {
        assertEquals(
                "Option \"model\": \"a\ufffd.zip\" is no path of a file, for it holds a character that paths"
                        + " cannot have.",
                failure("nul"));
        assertTrue(
                failure("endless")
                        .endsWith(
                                "; got \""
                                        + "a".repeat(68)
                                        + " .. (130,982 more) .. "
                                        + "a".repeat(22)
                                        + "\"."),
                () -> failure("endless"));
    }

    @Test
    void aModelThatRefersToItselfIsRefused() {
        assertEquals(
                "The model "
                        + folder
                        + "/loop.zip cannot be used: rdf.yaml refers to itself, or is nested too deeply.",
                failure("loop"));
    }

    @Test
    void whatSteersATerminalStaysOutsideTheLog() {
        assertEquals("", failure("info"));
        assertTrue(
                outcomes.get("info").lines().contains("  note: no\ufffd[2J"),
                () -> outcomes.get("info").toString());
    }

    @Test
    void namesOfClassesAreNoFormulas() throws IOException {
        assertEquals("", failure("objects"));
        final List<String> lines = Files.readAllLines(folder.resolve("results.csv"));
        assertTrue(lines.size() > 1, lines::toString);
        assertTrue(lines.get(1).contains(",\"'=HYPERLINK('x', 'y')\","), lines::toString);
    }
}
