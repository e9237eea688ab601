package io.github.unetfiji.file;

import io.github.unetfiji.Legible;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comma-separated tables that hold words of others, as spreadsheets and ImageJ read them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Csv {

    /** With what a spreadsheet takes a cell for a formula, which may run programs. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@].*");

    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\\r\\n].*");

    private Csv() {}

    /**
     * Words of others as they may stand in a table, also in one of ImageJ's: in one line, never a formula, and with single for
     * double quotes.
     *
     * <p>NB: ImageJ puts a cell with a comma between quotes when it saves a table, but lets quotes within as they are.
     */
    public static String words(final String text) {
        final String line = Legible.line(text).replace('"', '\'');
        return FORMULA.matcher(line.stripLeading()).matches() ? "'" + line : line;
    }

    /** A line of a table, with its end. */
    public static String row(final List<String> cells) {
        return cells.stream().map(Csv::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(final String cell) {
        return QUOTED.matcher(cell).matches() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
