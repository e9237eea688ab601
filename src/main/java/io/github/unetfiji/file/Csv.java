package io.github.unetfiji.file;

import io.github.unetfiji.Legible;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes comma-separated tables for spreadsheets and ImageJ. Texts of unknown origin do no harm there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
public final class Csv {

    /** A spreadsheet takes a cell that begins so for a formula, which may run programs. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@].*");

    private static final Pattern QUOTED = Pattern.compile("(?s).*[\",\\r\\n].*");

    private Csv() {}

    /**
     * Makes a text of unknown origin safe for a cell of a table, also of an ImageJ table: one line, never a formula, with single
     * instead of double quotes.
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
