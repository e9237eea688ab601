package io.github.unetfiji.text;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words by which macros name the values of an enumeration: their names in lower case. */
public final class MacroWord {

    private MacroWord() {}

    /** The word for a value. */
    public static String of(final Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The value of a word.
     *
     * @param what the user calls it, for the message
     * @throws UNetException if there is none; names all words
     */
    public static <E extends Enum<E>> E find(
            final Class<E> type, final String what, final String word) {
        final E[] values = type.getEnumConstants();
        for (final E value : values) {
            if (of(value).equals(word)) {
                return value;
            }
        }
        final List<String> words = Arrays.stream(values).map(MacroWord::of).toList();
        final int last = words.size() - 1;
        throw new UNetException(
                "The "
                        + what
                        + " is '"
                        + Legible.echo(word)
                        + "', but must be "
                        + String.join(", ", words.subList(0, last))
                        + " or "
                        + words.get(last)
                        + ".");
    }
}
