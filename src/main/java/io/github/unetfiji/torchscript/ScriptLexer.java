package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides the text of a program into lines of words and signs.
 *
 * <p>It knows less than libtorch: just what PyTorch writes. Comments, tabs, other quotes, lines that are continued, and letters
 * that are not ASCII are refused, so that there is nothing that libtorch could read otherwise.
 */
final class ScriptLexer {

    /**
     * A line, with those on which its brackets are closed.
     *
     * @param indent spaces before it
     * @param at where its first word begins
     */
    record Line(int indent, int at, List<ScriptToken> tokens) {}

    private static final int LONGEST_NAME = 1000;

    private static final Pattern TOKEN =
            Pattern.compile(
                    "(?<name>[A-Za-z_][A-Za-z0-9_]*)"
                            + "|(?<number>\\d+(\\.\\d*)?([eE][+-]?\\d+)?j?)(?![A-Za-z0-9_.])"
                            + "|\"(?<text>([^\"\\\\\\n]|\\\\[^\\n])*+)\"(?!\")"
                            + "|(?<sign>->|[()\\[\\]{}.,:=-])");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-7]{3}|.)");

    /** Characters that are written with one letter and do not steer a terminal. */
    private static final String PLAIN_ESCAPES = "\\\"'nt";

    private final String text;
    private final List<Line> lines = new ArrayList<>();
    private int position;
    private int depth;

    private ScriptLexer(final String text) {
        this.text = text;
    }

    /**
     * @throws UNetException if the text has something that PyTorch does not write
     */
    static List<Line> lines(final String text) {
        final ScriptLexer lexer = new ScriptLexer(text);
        lexer.read();
        return lexer.lines;
    }

    private void read() {
        while (position < text.length()) {
            final int indent = spaces();
            final int at = position;
            final List<ScriptToken> tokens = rest();
            if (!tokens.isEmpty()) {
                lines.add(new Line(indent, at, tokens));
            }
        }
        if (depth != 0) {
            throw new UNetException("The program ends within brackets.");
        }
    }

    private int spaces() {
        final int from = position;
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        return position - from;
    }

    /** The tokens up to the end of the line. */
    private List<ScriptToken> rest() {
        final List<ScriptToken> tokens = new ArrayList<>();
        final Matcher matcher = TOKEN.matcher(text);
        while (position < text.length()) {
            final char next = text.charAt(position);
            if (next == '\n') {
                position++;
                if (depth == 0) {
                    break;
                }
            } else if (next == ' ') {
                position++;
            } else {
                if (!matcher.region(position, text.length())
                        .useTransparentBounds(true)
                        .lookingAt()) {
                    throw unknown();
                }
                tokens.add(token(matcher));
                position = matcher.end();
            }
        }
        return tokens;
    }

    private ScriptToken token(final Matcher matcher) {
        final int at = matcher.start();
        final int end = matcher.end();
        if (matcher.group("name") != null) {
            if (end - at > LONGEST_NAME) {
                throw unknown();
            }
            return new ScriptToken(ScriptToken.Kind.NAME, matcher.group(), at, end);
        }
        if (matcher.group("number") != null) {
            return new ScriptToken(ScriptToken.Kind.NUMBER, matcher.group(), at, end);
        }
        if (matcher.group("text") != null) {
            return text(matcher.group("text"), at, end);
        }
        final String sign = matcher.group();
        depth += "([{".contains(sign) ? 1 : ")]}".contains(sign) ? -1 : 0;
        if (depth < 0) {
            throw unknown();
        }
        return new ScriptToken(ScriptToken.Kind.SIGN, sign, at, end);
    }

    private static ScriptToken text(final String content, final int at, final int end) {
        final boolean steers =
                content.chars().anyMatch(ScriptLexer::steers)
                        || ESCAPE.matcher(content)
                                .results()
                                .anyMatch(escape -> !isPlain(escape.group(1)));
        if (steers) {
            throw new UNetException(
                    "The program has a text with control characters: '"
                            + Legible.echo(content)
                            + "'.");
        }
        return new ScriptToken(ScriptToken.Kind.TEXT, content, at, end);
    }

    private static boolean isPlain(final String escape) {
        return escape.length() == 1
                ? PLAIN_ESCAPES.contains(escape)
                : !steers(Integer.parseInt(escape, 8));
    }

    private static boolean steers(final int character) {
        return character < ' ' || character == 0x7f;
    }

    private UNetException unknown() {
        final int line = (int) text.substring(0, position).chars().filter(c -> c == '\n').count();
        final int end = Math.min(text.length(), position + 40);
        return new UNetException(
                "The program has in line "
                        + (line + 1)
                        + " what PyTorch does not write: '"
                        + Legible.echo(text.substring(position, end))
                        + "'.");
    }
}
