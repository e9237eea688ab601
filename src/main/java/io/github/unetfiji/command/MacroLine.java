package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.text.MacroText;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.util.ClassUtils;

/** The macro line that runs a command again as it is set now. */
final class MacroLine {

    private static final Set<Class<?>> TYPES =
            Set.of(
                    String.class,
                    java.io.File.class,
                    ImagePlus.class,
                    int.class,
                    long.class,
                    double.class,
                    boolean.class);

    private MacroLine() {}

    /** The line; it names all images, and all values that differ from the defaults. */
    static String of(final Command command) {
        return MacroText.run(
                command.getClass().getAnnotation(Plugin.class).label(), options(command));
    }

    /** The keys and values of that line. */
    static Map<String, String> options(final Command command) {
        final Command fresh = fresh(command.getClass());
        final Map<String, String> options = new LinkedHashMap<>();
        // NB: what a class adds stands before what it inherits, as in the dialog.
        for (Class<?> type = command.getClass(); type != null; type = type.getSuperclass()) {
            for (final Field field : type.getDeclaredFields()) {
                final String text = isKey(field) ? text(ClassUtils.getValue(field, command)) : "";
                if (!text.isEmpty() && !text.equals(text(ClassUtils.getValue(field, fresh)))) {
                    options.put(field.getName(), text);
                }
            }
        }
        return options;
    }

    private static Command fresh(final Class<? extends Command> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("a command without a constructor: " + type, e);
        }
    }

    private static boolean isKey(final Field field) {
        final Parameter parameter = field.getAnnotation(Parameter.class);
        return parameter != null
                && parameter.type() == ItemIO.INPUT
                && parameter.visibility() == ItemVisibility.NORMAL
                && TYPES.contains(field.getType());
    }

    private static String text(final Object value) {
        if (value instanceof ImagePlus image) {
            return image.getTitle();
        }
        if (value instanceof Double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value == null ? "" : value.toString();
    }
}
