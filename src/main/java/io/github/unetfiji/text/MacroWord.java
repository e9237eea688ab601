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
        throw refusal(what, word, Arrays.stream(values).map(MacroWord::of).toList());
    }

    /**
     * A word that is one of some.
     *
     * @param what the user calls it, for the message
     * @throws UNetException if it is none of them; names all
     */
    public static String check(final String what, final String word, final List<String> words) {
        if (!words.contains(word)) {
            throw refusal(what, word, words);
        }
        return word;
    }

    private static UNetException refusal(
            final String what, final String word, final List<String> words) {
        final int last = words.size() - 1;
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "The %s is '%s', but must be %s or %s.",
                        what,
                        Legible.echo(word),
                        String.join(", ", words.subList(0, last)),
                        words.get(last)));
    }
}
