package io.github.unetfiji.bridge.input;

import java.io.File;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.ItemVisibility;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/**
 * One input of a command: its macro key, its label, and the values that are allowed.
 *
 * @param key the field's name, one lower-case word
 * @param label shown in the dialog, with the unit if there is one
 * @param description one sentence, or empty
 * @param kind how it is written
 * @param type boxed Java type
 * @param choices the allowed words, empty if free
 * @param min least number, or {@code null}
 * @param max greatest number, or {@code null}
 * @param required whether a value must be there
 * @param style for a file {@code open}, {@code save}, {@code directory} or {@code both}; may name a section of the dialog
 * @param words shown in the dialog instead of choices, by choice
 * @param proposed the value that the dialog begins with instead of the default, or empty
 * @param inMacros whether it is a macro key; else only the dialog asks for it, and it is never recorded
 * @param defaultValue the field's initial value, or {@code null}
 */
public record CommandInput(
        String key,
        String label,
        String description,
        InputKind kind,
        Class<?> type,
        List<String> choices,
        Number min,
        Number max,
        boolean required,
        ItemStyle style,
        Map<String, String> words,
        String proposed,
        boolean inMacros,
        Object defaultValue)
        implements DialogItem {

    /** The most letters of a choice that leaves room for a second input in its row. */
    private static final int SHORT = 24;

    /** The attribute of a parameter that says what a dialog shows for its choices. */
    private static final String WORDS = "words";

    /** The attribute of a parameter that says what its dialog begins with. */
    private static final String PROPOSED = "proposed";

    /** The one key that means the active image when it is not given. */
    private static final String ACTIVE_IMAGE = "image";

    /** Reads a declaration; the default is the value that the field has in a fresh command. */
    static CommandInput of(final ModuleItem<?> item, final Object defaultValue) {
        final InputKind kind = InputKind.of(item);
        final List<String> choices =
                kind == InputKind.CHOICE
                        ? item.getChoices().stream().map(String::valueOf).toList()
                        : List.of();
        return new CommandInput(
                item.getName(),
                item.getLabel() == null || item.getLabel().isEmpty()
                        ? item.getName()
                        : item.getLabel(),
                item.getDescription() == null ? "" : item.getDescription(),
                kind,
                Types.box(item.getType()),
                choices,
                number(item.getMinimumValue()),
                number(item.getMaximumValue()),
                item.isRequired(),
                ItemStyle.of(item.getWidgetStyle()),
                words(item),
                item.get(PROPOSED) == null ? "" : item.get(PROPOSED),
                item.getVisibility() != ItemVisibility.TRANSIENT,
                defaultValue);
    }

    /** NB: written as {@code adam=Adam;sgd=SGD with momentum}. */
    private static Map<String, String> words(final ModuleItem<?> item) {
        final Map<String, String> words = new LinkedHashMap<>();
        if (item.get(WORDS) != null) {
            for (final String pair : item.get(WORDS).split(";")) {
                final int equals = pair.indexOf('=');
                words.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return words;
    }

    private static Number number(final Object bound) {
        return bound instanceof Number ? (Number) bound : null;
    }

    /** Whether this is the image that the command works on: the active one unless another is named. */
    public boolean isActiveImage() {
        return kind == InputKind.IMAGE && key.equals(ACTIVE_IMAGE);
    }

    /** The default as the dialog and a macro write it; empty if there is none. */
    public String defaultText() {
        return kind == InputKind.IMAGE ? "" : text(defaultValue);
    }

    /** The value that the dialog begins with, as a macro would write it. */
    public String proposal() {
        return proposed.isEmpty() ? defaultText() : proposed;
    }

    /** The words that the dialog shows for a choice. */
    public String word(final String choice) {
        return words.getOrDefault(choice, choice);
    }

    /** A value as the dialog and a macro write it; empty for {@code null}. Not for images: they have a name only among others. */
    public String text(final Object value) {
        if (value instanceof File) {
            return ((File) value).getPath();
        }
        if (kind == InputKind.REAL && NumberRange.parse(String.valueOf(value)) != null) {
            return NumberRange.text(new BigDecimal(value.toString()));
        }
        return value == null ? "" : value.toString();
    }

    /**
     * Whether a macro would get the same value if it left the key out.
     *
     * @param active how a macro names the active image, or empty
     */
    public boolean isDefault(final String text, final String active) {
        return isActiveImage() ? text.isEmpty() || text.equals(active) : text.equals(defaultText());
    }

    @Override
    public boolean isShort() {
        return kind != InputKind.IMAGE
                && kind != InputKind.FILE
                && choices.stream().allMatch(choice -> word(choice).length() <= SHORT);
    }

    @Override
    public CommandInput in(final String group) {
        return new CommandInput(
                key,
                label,
                description,
                kind,
                type,
                choices,
                min,
                max,
                required,
                style.in(group),
                words,
                proposed,
                inMacros,
                defaultValue);
    }

    /** For sentences: {@code "tile"}. */
    String name() {
        return "\"" + key + "\"";
    }
}
