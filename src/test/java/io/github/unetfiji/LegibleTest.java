package io.github.unetfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class LegibleTest {

    @Test
    void whatSteersATerminalIsReplaced() {
        assertEquals("\ufffd[31mred\ufffd \ufffd", Legible.line("\u001b[31mred\u0007\n\u009b"));
        assertEquals("a\n\tb\ufffd", Legible.text("a\n\tb\u0000"));
        assertEquals("exe.\ufffdfdp", Legible.line("exe.\u202efdp"));
        assertEquals("half \ufffd", Legible.line("half \ud83d"));
    }

    @Test
    void ordinaryWordsStay() {
        final String words = "Zellen µm: 'a' #1, 細胞, \ud83d\udd2c, \u06f3";
        assertEquals(words, Legible.line(words));
        assertEquals(words, Legible.echo(words));
    }

    @Test
    void longValuesAreShortenedInTheMiddle() {
        assertEquals(
                "a".repeat(68) + " .. (99,910 more) .. " + "a".repeat(22),
                Legible.echo("a".repeat(100_000)));
        final String sentence = "The key is '" + "x".repeat(5000) + "', but must be 1.";
        assertEquals(
                "The key is '"
                        + "x".repeat(716)
                        + " .. (4,059 more) .. "
                        + "x".repeat(225)
                        + "', but must be 1.",
                new UNetException(sentence).getMessage());
        assertNull(new UNetException(null).getMessage());
    }
}
