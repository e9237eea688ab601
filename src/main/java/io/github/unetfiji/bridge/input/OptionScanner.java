package io.github.unetfiji.bridge.input;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;

/** Reads keys and values from an option string, left to right. Not thread-safe. */
final class OptionScanner {

    private final String text;
    private int at;

    OptionScanner(final String text) {
        this.text = text;
    }

    /** Skips white space; whether anything follows. */
    boolean hasNext() {
        while (at < text.length() && isSpace()) {
            at++;
        }
        return at < text.length();
    }

    /** The next key: all up to {@code =} or white space. */
    String key() {
        final int start = at;
        while (at < text.length() && !isSpace() && text.charAt(at) != '=') {
            at++;
        }
        if (at == start) {
            throw new UNetException("Expected key=value, got \"" + Legible.echo(bare()) + "\".");
        }
        return text.substring(start, at);
    }

    /** The value of the key just read, or {@code null} if no {@code =} follows. */
    String value(final String key) {
        if (at == text.length() || isSpace()) {
            return null;
        }
        at++;
        final char first = at == text.length() ? ' ' : text.charAt(at);
        if (first == '[') {
            return enclosed(key, closingBracket(), ']');
        }
        if (first == '\'') {
            return enclosed(key, closingQuote(), '\'').replace("''", "'");
        }
        return bare();
    }

    private String bare() {
        final int start = at;
        while (at < text.length() && !isSpace()) {
            at++;
        }
        return text.substring(start, at);
    }

    private String enclosed(final String key, final int end, final char closing) {
        if (end < 0) {
            throw new UNetException(
                    "Option \""
                            + Legible.echo(key)
                            + "\" has no closing "
                            + closing
                            + " in \""
                            + rest()
                            + "\".");
        }
        final String value = text.substring(at + 1, end);
        at = end + 1;
        if (at < text.length() && !isSpace()) {
            throw new UNetException(
                    "Option \""
                            + Legible.echo(key)
                            + "\" is followed by \""
                            + rest()
                            + "\"; put a space after the closing "
                            + closing
                            + ".");
        }
        return value;
    }

    private int closingBracket() {
        int depth = 0;
        for (int i = at; i < text.length(); i++) {
            depth += step(text.charAt(i));
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** NB: two quotes stand for one of the text. */
    private int closingQuote() {
        int end = text.indexOf('\'', at + 1);
        while (end >= 0 && end + 1 < text.length() && text.charAt(end + 1) == '\'') {
            end = text.indexOf('\'', end + 2);
        }
        return end;
    }

    private String rest() {
        return Legible.echo(text.substring(at).trim());
    }

    private boolean isSpace() {
        return Character.isWhitespace(text.charAt(at));
    }

    /** How a character changes the depth of brackets. */
    static int step(final char c) {
        return c == '[' ? 1 : c == ']' ? -1 : 0;
    }
}
