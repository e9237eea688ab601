package io.github.unetfiji.bridge.input;

import io.github.unetfiji.command.InputDeclaration;
import io.github.unetfiji.setting.Range;
import java.io.File;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
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
 * @param range the allowed numbers
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
        Range range,
        boolean required,
        ItemStyle style,
        Map<String, String> words,
        String proposed,
        boolean inMacros,
        Object defaultValue)
        implements DialogItem {

    /** The most letters of a choice that leaves room for a second input in its row. */
    private static final int SHORT = 24;

    /** The one key that means the active image when it is not given. */
    private static final String ACTIVE_IMAGE = "image";

    /**
     * Reads a declaration.
     *
     * @param command a fresh one; the default is the value that its field has
     */
    static CommandInput of(final ModuleItem<?> item, final Module command) {
        final InputDeclaration declared = InputDeclaration.of(item, command.getDelegateObject());
        final InputKind kind = InputKind.of(item, !declared.choices().isEmpty());
        return new CommandInput(
                item.getName(),
                item.getLabel() == null || item.getLabel().isEmpty()
                        ? item.getName()
                        : item.getLabel(),
                item.getDescription() == null ? "" : item.getDescription(),
                kind,
                Types.box(item.getType()),
                kind == InputKind.CHOICE ? declared.choices() : List.of(),
                declared.range(),
                item.isRequired(),
                ItemStyle.of(item.getWidgetStyle()),
                declared.shown(),
                declared.proposed(),
                item.getVisibility() != ItemVisibility.TRANSIENT,
                command.getInput(item.getName()));
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
                range,
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
