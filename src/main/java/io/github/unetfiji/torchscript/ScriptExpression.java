package io.github.unetfiji.torchscript;

import java.util.List;
import java.util.Optional;

/** A value in a program, as it is written. */
sealed interface ScriptExpression {

    /** A variable, or a word of the language. */
    record Name(String text) implements ScriptExpression {}

    /** As it is written; below 0 is {@link Minus}. */
    record Number(String text) implements ScriptExpression {}

    /** Without its quotes. */
    record Text(String text) implements ScriptExpression {}

    /** A list, a tuple, or keys and values of a map one after another. */
    record Several(List<ScriptExpression> items) implements ScriptExpression {}

    record Minus(ScriptExpression operand) implements ScriptExpression {}

    record Attribute(ScriptExpression owner, String name) implements ScriptExpression {}

    /** {@code owner[indices]}. */
    record Subscript(ScriptExpression owner, List<ScriptExpression> indices)
            implements ScriptExpression {}

    /**
     * A call.
     *
     * @param arguments those with a name, too, without it
     * @param isNamed whether there are such
     * @param at where it begins in the text
     * @param end where it ends
     */
    record Call(
            ScriptExpression function,
            List<ScriptExpression> arguments,
            boolean isNamed,
            int at,
            int end)
            implements ScriptExpression {}

    /** {@code a.b.c} where this is names only. */
    default Optional<String> dotted() {
        if (this instanceof Name name) {
            return Optional.of(name.text());
        }
        if (this instanceof Attribute attribute) {
            return attribute.owner().dotted().map(owner -> owner + "." + attribute.name());
        }
        return Optional.empty();
    }
}
