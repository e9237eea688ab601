package io.github.unetfiji.bridge.input;

import ij.ImagePlus;
import java.io.File;
import java.util.Set;
import org.scijava.module.ModuleItem;
import org.scijava.util.Types;

/** How an input is asked for, written in a macro, and read back. */
public enum InputKind {
    /** An open image, by title or id. */
    IMAGE,
    /** A file or folder, by path. */
    FILE,
    /** One of a few words. */
    CHOICE,
    /** Any text. */
    TEXT,
    /** {@code key} or {@code key=true|false}. */
    FLAG,
    /** A whole number. */
    WHOLE,
    /** A finite number. */
    REAL;

    private static final Set<Class<?>> WHOLE_TYPES =
            Set.of(Integer.class, Long.class, Short.class, Byte.class);
    private static final Set<Class<?>> REAL_TYPES = Set.of(Double.class, Float.class);

    /**
     * The kind of a command's input.
     *
     * @param choices whether a few words are allowed
     * @throws IllegalStateException if the type is none of those; names the input
     */
    static InputKind of(final ModuleItem<?> item, final boolean choices) {
        final Class<?> type = Types.box(item.getType());
        if (type == ImagePlus.class) {
            return IMAGE;
        }
        if (type == File.class) {
            return FILE;
        }
        if (type == String.class) {
            return choices ? CHOICE : TEXT;
        }
        if (type == Boolean.class) {
            return FLAG;
        }
        if (WHOLE_TYPES.contains(type)) {
            return WHOLE;
        }
        if (REAL_TYPES.contains(type)) {
            return REAL;
        }
        throw new IllegalStateException(
                "Input \""
                        + item.getName()
                        + "\" has the type "
                        + type.getName()
                        + ", which has no macro form.");
    }
}
