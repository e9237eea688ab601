package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.Optional;
import java.util.Set;

/** Names with dots that a program uses: its own functions and classes, and operators, if they are allowed. */
final class GlobalNames {

    /** Where operators, functions and constants are found. */
    private static final Set<String> ROOTS = Set.of("torch", "ops", "__torch__", "CONSTANTS");

    private static final Set<String> CONSTANTS =
            Set.of("True", "False", "None", "inf", "nan", "infj", "nanj");

    private final ScriptProgram program;
    private final Operators operators;

    GlobalNames(final ScriptProgram program, final Operators operators) {
        this.program = program;
        this.operators = operators;
    }

    static void checkVariable(final String name) {
        if (ROOTS.contains(name) || CONSTANTS.contains(name)) {
            throw new UNetException(
                    "The program has a variable of the name '" + name + "', which is not allowed.");
        }
    }

    /** Whether it is a word for a value, such as {@code None}. */
    static boolean isConstant(final String name) {
        return CONSTANTS.contains(name);
    }

    /** Whether a name with dots begins where operators, functions and constants are found. */
    static boolean isGlobal(final String dotted) {
        return ROOTS.contains(first(dotted));
    }

    /** The part before the first dot. */
    static String first(final String dotted) {
        final int dot = dotted.indexOf('.');
        return dot < 0 ? dotted : dotted.substring(0, dot);
    }

    /**
     * What a name stands for.
     *
     * @throws UNetException if it is neither the program's own nor allowed
     */
    ScriptValue of(final String name) {
        if (program.functions().containsKey(name)) {
            return ScriptValue.of(Kind.FUNCTION, name);
        }
        if (program.classes().containsKey(name)) {
            return ScriptValue.of(Kind.CLASS, name);
        }
        if (name.matches("CONSTANTS\\.c\\d+") || isConstantOfEnumeration(name)) {
            return ScriptValue.DATA;
        }
        return operator(name)
                .map(operator -> ScriptValue.of(Kind.OPERATOR, operator))
                .orElseThrow(() -> refused(name));
    }

    private boolean isConstantOfEnumeration(final String name) {
        final ScriptClass owner =
                program.classes().get(name.substring(0, Math.max(0, name.lastIndexOf('.'))));
        return owner != null && owner.base().equals("Enum");
    }

    /** The allowed operator of this name without its room, such as {@code conv2d}. */
    private Optional<String> operator(final String name) {
        final String[] parts = name.split("\\.");
        if (parts.length == 2 && parts[0].equals("torch") && operators.computes(parts[1])) {
            return Optional.of(parts[1]);
        }
        if (parts.length == 3 && parts[0].equals("ops")) {
            final boolean allowed =
                    parts[1].equals("aten")
                            ? operators.computes(parts[2])
                            : parts[1].equals("prim") && operators.isOfLanguage(parts[2]);
            return allowed ? Optional.of(parts[2]) : Optional.empty();
        }
        return Optional.empty();
    }

    /** The sentence for a name that is not allowed. */
    static UNetException refused(final String name) {
        return new UNetException(
                "The program uses '"
                        + Legible.echo(name)
                        + "', which is not among the operators that a program of others may use.");
    }
}
