package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks what a program does, before it runs: whatever it calls is a function of its own or an allowed operator, and it comes to
 * an end, since its loops are counted and no function calls itself.
 */
final class ProgramCheck {

    /** Steps of a program: calls and values, those in loops as often as the loops turn. */
    private static final double MOST_STEPS = 1e8;

    private static final int DEEPEST = 300;

    /** Methods that libtorch calls when a program is loaded, and lists of functions that it calls around others. */
    private static final Set<String> HOOKS = Set.of("__getstate__", "__setstate__");

    private static final List<String> HOOK_LISTS =
            List.of("__forward_hooks__", "__forward_pre_hooks__");

    private final ScriptProgram program;
    private final StoredNumbers numbers;
    private final Operators operators = Operators.read();
    // NB: by identity: a method and a function can have the same full name.
    private final Map<ScriptFunction, Double> steps = new IdentityHashMap<>();
    private final Set<ScriptFunction> running = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<String, TextChanges> changes = new LinkedHashMap<>();

    ProgramCheck(final ScriptProgram program, final StoredNumbers numbers) {
        this.program = program;
        this.numbers = numbers;
    }

    /**
     * Checks that nothing runs when the program is loaded, and that calls go to one method each.
     *
     * @throws UNetException names what would, or an interface
     */
    static void checkHooks(final ScriptProgram program) {
        program.classes().values().forEach(ProgramCheck::checkHooks);
    }

    /**
     * Checks all classes and functions.
     *
     * @return changes of the texts, by module: in place of operators that libtorch does not know yet stands a failure
     * @throws UNetException names what is not allowed
     */
    Map<String, TextChanges> check() {
        program.classes().values().forEach(type -> type.methods().values().forEach(this::steps));
        program.functions().values().forEach(this::steps);
        return changes;
    }

    private static void checkHooks(final ScriptClass type) {
        if (type.isInterface()) {
            throw new UNetException(
                    "The program has '"
                            + Legible.echo(type.name())
                            + "', an interface, of which nobody can tell what it calls; that is not"
                            + " allowed.");
        }
        for (final String hook : HOOKS) {
            if (type.methods().containsKey(hook)) {
                throw new UNetException(
                        "The program has '"
                                + Legible.echo(type.name() + "." + hook)
                                + "', which would run when it is loaded; that is not allowed.");
            }
        }
        for (final String list : HOOK_LISTS) {
            if (!type.lists().getOrDefault(list, List.of()).isEmpty()) {
                throw new UNetException(
                        "The program has hooks ('"
                                + list
                                + "' of "
                                + Legible.echo(type.name())
                                + "); these are not allowed.");
            }
        }
    }

    /** How many steps a function takes at most. */
    double steps(final ScriptFunction function) {
        final Double known = steps.get(function);
        if (known != null) {
            return known;
        }
        if (!running.add(function) || running.size() > DEEPEST) {
            throw new UNetException(
                    "The program's function '"
                            + Legible.echo(function.name())
                            + "' calls itself, or calls go deeper than "
                            + DEEPEST
                            + "; that is not allowed.");
        }
        final TextChanges text =
                changes.computeIfAbsent(function.module(), module -> new TextChanges());
        final double found =
                new FunctionCheck(program, numbers, operators, this, text).steps(function);
        running.remove(function);
        if (found > MOST_STEPS) {
            throw new UNetException(
                    "The program's function '"
                            + Legible.echo(function.name())
                            + "' has loops that turn too often.");
        }
        steps.put(function, found);
        return found;
    }
}
