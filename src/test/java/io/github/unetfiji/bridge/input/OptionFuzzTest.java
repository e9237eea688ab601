package io.github.unetfiji.bridge.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.EchoCommand;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandInfo;
import org.scijava.plugin.Plugin;

/** Whatever stands in an option string: it is understood, or refused in one short sentence. */
class OptionFuzzTest {

    private static final String[] PIECES = {
        "model=",
        "start=",
        "output=",
        "tile=",
        "rate=",
        "flip",
        "labels=",
        "seed=",
        "x=",
        "=",
        " ",
        "[",
        "]",
        "'",
        "''",
        "\u0000",
        "\u001b[31m",
        "\n",
        "\t",
        "\u202e",
        "\ud83d",
        "1e9999",
        "NaN",
        "-",
        "9".repeat(300),
        "a".repeat(100_000),
        "../..",
        "\\",
        "\"",
        ",",
        "true",
        "classes",
        "\u06f3",
        "1:1:1"
    };

    @Test
    void everyOutcomeIsOneSentence() throws Exception {
        final CommandInputs inputs =
                CommandInputs.of(
                        new CommandInfo(
                                        EchoCommand.class,
                                        EchoCommand.class.getAnnotation(Plugin.class))
                                .createModule());
        final Random random = new Random(7);
        for (int i = 0; i < 3000; i++) {
            final StringBuilder options = new StringBuilder();
            for (int k = random.nextInt(8); k >= 0; k--) {
                options.append(PIECES[random.nextInt(PIECES.length)]);
            }
            try {
                inputs.values(
                        inputs.texts(MacroOptions.parse(options.toString())), new OpenImages());
            } catch (final UNetException e) {
                assertIsASentence(e.getMessage());
            }
        }
    }

    @Test
    void aPathThatNoSystemHas() throws Exception {
        final CommandInputs inputs =
                CommandInputs.of(
                        new CommandInfo(
                                        EchoCommand.class,
                                        EchoCommand.class.getAnnotation(Plugin.class))
                                .createModule());
        assertEquals(
                "Option \"model\": \"a\ufffd.zip\" is no path of a file, for it holds a character that paths cannot"
                        + " have.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        inputs.values(
                                                inputs.texts(MacroOptions.parse("model=a\0.zip")),
                                                new OpenImages()))
                        .getMessage());
    }

    private static void assertIsASentence(final String message) {
        assertTrue(message.length() <= 1000, () -> "length " + message.length());
        assertTrue(message.endsWith("."), message);
        assertTrue(
                message.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x202e),
                message);
    }
}
