package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value of a description with the place where it stands, such as {@code inputs[0].axes[2].size}. A value that is missing, of
 * another type or outside of its range is a failure that names the place. A value that is {@code null} counts as missing.
 *
 * @param file the description
 * @param path place in it; empty for the whole
 * @param value plain text, number, truth value, list or map; empty if there is none
 */
record Field(String file, String path, Optional<Object> value) {

    /** Longer lists than this are no list of a model. */
    private static final int MOST_ITEMS = 10_000;

    /** NB: numbers to YAML 1.2, in which packages are written, but texts to the parser, which follows YAML 1.1. */
    private static final Pattern EXPONENT =
            Pattern.compile("[-+]?(\\d{1,20}(\\.\\d{0,20})?|\\.\\d{1,20})[eE][-+]?\\d{1,4}");

    /** The whole description. */
    static Field root(final String file, final Map<?, ?> map) {
        return new Field(file, "", Optional.of(map));
    }

    boolean isPresent() {
        return value.isPresent();
    }

    boolean isMap() {
        return value.orElse(null) instanceof Map<?, ?>;
    }

    boolean isList() {
        return value.orElse(null) instanceof List<?>;
    }

    boolean isText() {
        return value.orElse(null) instanceof String;
    }

    /** The field of this key, which may be missing. */
    Field at(final String key) {
        if (!(value.orElse(null) instanceof Map<?, ?> map)) {
            throw wrong("a map");
        }
        return new Field(
                file, path.isEmpty() ? key : path + "." + key, Optional.ofNullable(map.get(key)));
    }

    /** The field of this key, if it has a value. */
    Optional<Field> given(final String key) {
        return Optional.of(at(key)).filter(Field::isPresent);
    }

    /** Names of the fields of a map that have a value. */
    List<String> keys() {
        if (!(value.orElse(null) instanceof Map<?, ?> map)) {
            throw wrong("a map");
        }
        return map.entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .map(entry -> String.valueOf(entry.getKey()))
                .toList();
    }

    /** Checks that a map has no other fields: one that is not known may change what the others mean. */
    void allow(final String... known) {
        keys().stream()
                .filter(key -> !List.of(known).contains(key))
                .findFirst()
                .ifPresent(
                        key -> {
                            throw new UNetException(
                                    String.format(
                                            Locale.ROOT,
                                            "The field %s of %s is not known; known are: %s.",
                                            at(key).shownPath(),
                                            file,
                                            String.join(", ", known)));
                        });
    }

    /** The items of a list, which may be empty. */
    List<Field> items() {
        if (!(value.orElse(null) instanceof List<?> list)) {
            throw wrong("a list");
        }
        if (list.size() > MOST_ITEMS) {
            throw failure("has " + list.size() + " items, but may have at most " + MOST_ITEMS);
        }
        final List<Field> items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            items.add(new Field(file, path + "[" + i + "]", Optional.ofNullable(list.get(i))));
        }
        return items;
    }

    /** The items of a list of so many. */
    List<Field> items(final int count, final String why) {
        final List<Field> items = items();
        if (items.size() != count) {
            throw failure(
                    "has " + items.size() + " items, but must have " + count + ", one for " + why);
        }
        return items;
    }

    /** A text that is not empty. */
    String text() {
        if (value.orElse(null) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong("a text");
    }

    /** A text in one line, fit to be shown. */
    String line() {
        return Legible.shortened(text().strip(), 300);
    }

    /** A text of any length, fit to be shown; may be empty. */
    String prose() {
        if (value.orElse(null) instanceof String text) {
            return Legible.text(text);
        }
        throw wrong("a text");
    }

    /** A text or a number, as versions are written. */
    String version() {
        if (value.orElse(null) instanceof Number number && Double.isFinite(number.doubleValue())) {
            return String.valueOf(number);
        }
        return line();
    }

    /** One of these words. */
    String word(final List<String> allowed) {
        if (value.orElse(null) instanceof String text && allowed.contains(text)) {
            return text;
        }
        throw wrong("one of " + String.join(", ", allowed));
    }

    boolean truth() {
        if (value.orElse(null) instanceof Boolean truth) {
            return truth;
        }
        throw wrong("true or false");
    }

    /** A whole number from {@code min} to {@code max}. */
    int whole(final int min, final int max) {
        if (value.orElse(null) instanceof Number number
                && number.doubleValue() == Math.rint(number.doubleValue())
                && number.doubleValue() >= min
                && number.doubleValue() <= max) {
            return number.intValue();
        }
        throw wrong("a whole number from " + min + " to " + max);
    }

    /** A finite number. */
    double number() {
        return number("a finite number, as float32", -Float.MAX_VALUE, Float.MAX_VALUE);
    }

    /** A number from {@code min} to {@code max}. */
    double number(final String wanted, final double min, final double max) {
        final double number = parsed();
        if (number >= min && number <= max) {
            return number;
        }
        throw wrong(wanted);
    }

    private double parsed() {
        if (value.orElse(null) instanceof Number number) {
            return number.doubleValue();
        }
        return value.orElse(null) instanceof String text && EXPONENT.matcher(text).matches()
                ? Double.parseDouble(text)
                : Double.NaN;
    }

    /** A list of two numbers or nulls, which may be infinite: the lowest and the highest value. */
    void checkRange() {
        for (final Field bound : items(2, "the lowest and the highest value")) {
            if (bound.isPresent() && Double.isNaN(bound.parsed())) {
                throw bound.wrong("a number");
            }
        }
    }

    /** A failure that says what the field is, and what it must be. */
    UNetException wrong(final String wanted) {
        return failure("is " + shown() + ", but must be " + wanted);
    }

    /** A failure about the field. */
    UNetException failure(final String predicate) {
        return new UNetException(
                path.isEmpty()
                        ? "The description " + file + " " + predicate + "."
                        : "The field " + shownPath() + " of " + file + " " + predicate + ".");
    }

    private String shownPath() {
        return Legible.echo(path);
    }

    private String shown() {
        if (value.isEmpty()) {
            return "missing";
        }
        if (isMap()) {
            return "a map";
        }
        if (isList()) {
            return "a list";
        }
        return isText()
                ? "\"" + Legible.echo((String) value.get()) + "\""
                : Legible.echo(String.valueOf(value.get()));
    }
}
