package io.github.unetfiji.setting;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.text.MacroWord;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The declaration of a setting: its key, its default, and the allowed values. It is made once, as a constant. The checks of programs,
 * macros and dialogs read it, and so do the description of a training in its model and the test of the documentation.
 *
 * <pre>
 * Setting&lt;Integer&gt; PATIENCE = Setting.whole("patience", 0).atLeast(0);
 * Setting&lt;Double&gt; DROPOUT = Setting.number("dropout", 0.5).atLeast(0).below(1);
 * Setting&lt;Schedule&gt; SCHEDULE = Setting.choice("schedule", Schedule.NONE);
 * </pre>
 *
 * <p>Immutable. Two settings are the same only if they are the same constant.
 *
 * @param <T> type of the values
 */
public final class Setting<T> {

    private final String key;
    private final String name;
    private final T initial;
    private final Range range;
    private final String unit;
    private final Form<T> form;
    private final Map<String, String> shown;

    /**
     * How values are written and read.
     *
     * @param choices the words of all values, empty if they are not a few
     */
    private record Form<T>(
            Class<T> type,
            List<String> choices,
            Function<T, Object> write,
            Function<Object, T> read) {

        static <T> Form<T> plain(final Class<T> type) {
            return new Form<>(type, List.of(), value -> value, type::cast);
        }
    }

    private Setting(
            final String key,
            final String name,
            final T initial,
            final Range range,
            final String unit,
            final Form<T> form,
            final Map<String, String> shown) {
        this.key = key;
        this.name = name;
        this.initial = initial;
        this.range = range;
        this.unit = unit;
        this.form = form;
        this.shown = shown;
    }

    private static <T> Setting<T> of(final String key, final T initial, final Form<T> form) {
        return new Setting<>(key, key, initial, Range.ALL, "", form, Map.of());
    }

    /** A whole number. */
    public static Setting<Integer> whole(final String key, final int initial) {
        return of(key, initial, Form.plain(Integer.class));
    }

    /** A whole number of up to 64 bits. */
    public static Setting<Long> whole(final String key, final long initial) {
        return of(key, initial, Form.plain(Long.class));
    }

    /** A finite number. */
    public static Setting<Double> number(final String key, final double initial) {
        return of(key, initial, Form.plain(Double.class));
    }

    /** Yes or no. */
    public static Setting<Boolean> flag(final String key, final boolean initial) {
        return of(key, initial, Form.plain(Boolean.class));
    }

    /** Any text. */
    public static Setting<String> text(final String key, final String initial) {
        return of(key, initial, Form.plain(String.class));
    }

    /**
     * One of some words.
     *
     * @param choices the default first
     */
    public static Setting<String> word(final String key, final String... choices) {
        final List<String> words = List.of(choices);
        return choice(
                key,
                String.class,
                words.get(0),
                words,
                word -> word,
                word -> MacroWord.check(key, word, words));
    }

    /** A value of an enumeration, written as {@link MacroWord} says. */
    public static <E extends Enum<E>> Setting<E> choice(final String key, final E initial) {
        final Class<E> type = initial.getDeclaringClass();
        return choice(
                key,
                type,
                initial,
                Arrays.asList(type.getEnumConstants()),
                MacroWord::of,
                word -> MacroWord.find(type, key, word));
    }

    /**
     * One of some values, whatever they are.
     *
     * @param values all of them
     * @param write the word for a value
     * @param read the value of a word; throws a {@link UNetException} for another word
     */
    public static <T> Setting<T> choice(
            final String key,
            final Class<T> type,
            final T initial,
            final List<T> values,
            final Function<T, String> write,
            final Function<String, T> read) {
        return of(
                key,
                initial,
                new Form<>(
                        type,
                        values.stream().map(write).toList(),
                        write::apply,
                        word -> read.apply((String) word)));
    }

    /** The same setting, with a name in sentences that differs from the key. */
    public Setting<T> named(final String words) {
        return new Setting<>(key, words, initial, range, unit, form, shown);
    }

    /** The same with a unit, such as {@code px}. */
    public Setting<T> in(final String words) {
        return new Setting<>(key, name, initial, range, words, form, shown);
    }

    /** The same with a word that dialogs show for a choice. */
    public Setting<T> shown(final String choice, final String word) {
        final Map<String, String> more = new LinkedHashMap<>(shown);
        more.put(choice, word);
        return new Setting<>(key, name, initial, range, unit, form, more);
    }

    /** The same with the numbers that it allows. */
    public Setting<T> within(final Range numbers) {
        return new Setting<>(key, name, initial, numbers, unit, form, shown);
    }

    /** The same with a least number. */
    public Setting<T> atLeast(final double end) {
        return within(range.atLeast(end));
    }

    /** The same with a number that all must be above. */
    public Setting<T> above(final double end) {
        return within(range.above(end));
    }

    /** The same with a greatest number. */
    public Setting<T> atMost(final double end) {
        return within(range.atMost(end));
    }

    /** The same with a number that all must be below. */
    public Setting<T> below(final double end) {
        return within(range.below(end));
    }

    /** One lower-case word, the name of the setting in macros, models and training states. */
    public String key() {
        return key;
    }

    /** The default. */
    public T initial() {
        return initial;
    }

    /** Whether a value is the default. NB: -0 is 0. */
    public boolean isInitial(final T value) {
        return value instanceof Double number
                ? number.doubleValue() == ((Double) initial).doubleValue()
                : initial.equals(value);
    }

    /** The default as it is written, see {@link #plain}. */
    public String initialWord() {
        return String.valueOf(plain(initial));
    }

    /** The numbers that it allows; {@link Range#ALL} if it is no number. */
    public Range range() {
        return range;
    }

    /** The allowed numbers, for tables: {@code from 0 to 10000 px}; empty if it is no number, or every number is allowed. */
    public String allowedNumbers() {
        return range.equals(Range.ALL) ? "" : range + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The words of all values; empty if they are not a few. */
    public List<String> choices() {
        return form.choices();
    }

    /** The words that dialogs show for choices, by choice; without those that are shown as they are. */
    public Map<String, String> shown() {
        return Collections.unmodifiableMap(shown);
    }

    /**
     * Checks a value.
     *
     * @return the value
     * @throws UNetException if it is not allowed; says what it is, and what is allowed
     */
    public T check(final T value) {
        if (value instanceof Number number) {
            range.check(name, number, unit);
        }
        return Objects.requireNonNull(value, key);
    }

    /** A value as macros and models have it: a number, a flag, or a text; of a choice its word. */
    public Object plain(final T value) {
        return form.write().apply(value);
    }

    /**
     * Reads a value that {@link #plain} wrote.
     *
     * @throws UNetException if it is not allowed
     * @throws ClassCastException if it is of another type
     */
    public T read(final Object plain) {
        return check(form.read().apply(plain));
    }

    /** NB: an object that was given for this very constant. */
    T cast(final Object value) {
        return form.type().cast(value);
    }

    @Override
    public String toString() {
        return key;
    }
}
