package io.github.unetfiji;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Makes texts that come from files, models, titles and options fit to be shown: without characters that steer a terminal or
 * turn the direction of a line, and not longer than a person can read.
 */
public final class Legible {

    /** Replaces a character that may not be shown. */
    private static final int SUBSTITUTE = 0xfffd;

    /** The longest sentence of a failure, in characters. */
    private static final int SENTENCE = 1000;

    /** The longest value that a sentence repeats, in characters. */
    private static final int ECHO = 120;

    /** Room for the remark on a middle that is left out, in characters. */
    private static final int REMARK = 30;

    private static final int MOST_LISTED = 8;

    private Legible() {}

    /** A text of several lines: line feeds and tabs stay. */
    public static String text(final String text) {
        return clean(text, true);
    }

    /** A text in one line. */
    public static String line(final String text) {
        return clean(text, false);
    }

    /** A sentence in one line; of one that is too long the middle is left out, since the subject and the allowed values stand at its ends. */
    public static String sentence(final String text) {
        return shortened(text, SENTENCE);
    }

    /** The first of many things, and how many more there are: {@code 1, 2, 3, 4, 5, 6, 7, 8 and 247 more}. */
    public static String list(final Collection<?> things) {
        final String first =
                things.stream()
                        .limit(things.size() <= MOST_LISTED + 1 ? things.size() : MOST_LISTED)
                        .map(thing -> echo(String.valueOf(thing)))
                        .collect(Collectors.joining(", "));
        return things.size() <= MOST_LISTED + 1
                ? first
                : String.format(Locale.ROOT, "%s and %,d more", first, things.size() - MOST_LISTED);
    }

    /** A value as a sentence repeats it: {@code 12}, {@code aaaaaaa .. (99,880 more) .. aaa}. */
    public static String echo(final String value) {
        return shortened(value, ECHO);
    }

    /** A text in one line of at most so many characters; its middle is left out, and told how long that is. */
    public static String shortened(final String text, final int most) {
        if (text.length() <= most) {
            return line(text);
        }
        final int kept = most - REMARK;
        final int head = kept - kept / 4;
        return line(text.substring(0, head))
                + String.format(Locale.ROOT, " .. (%,d more) .. ", text.length() - kept)
                + line(text.substring(text.length() - kept / 4));
    }

    private static String clean(final String text, final boolean lines) {
        if (text.codePoints().noneMatch(c -> shown(c, lines) != c)) {
            return text;
        }
        final StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(shown(c, lines)));
        return clean.toString();
    }

    private static int shown(final int c, final boolean lines) {
        if (c == '\n' || c == '\t') {
            return lines ? c : ' ';
        }
        if (c == '\r' || c == '\u2028' || c == '\u2029') {
            return ' ';
        }
        final boolean turnsLine = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        final boolean half = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return Character.isISOControl(c) || turnsLine || half ? SUBSTITUTE : c;
    }
}
