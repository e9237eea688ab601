package io.github.unetfiji.torchscript;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A function or method of a program.
 *
 * @param module in whose text it stands
 * @param name full name, such as {@code __torch__.UNet.forward}
 * @param parameters types by name, in order; those without a type have an empty one
 * @param result type of it; empty: not written
 * @param body what it does
 */
record ScriptFunction(
        String module,
        String name,
        Map<String, Optional<ScriptExpression>> parameters,
        Optional<ScriptExpression> result,
        List<ScriptStatement> body) {

    /** Whether it has a loop. */
    boolean hasLoops() {
        return hasLoops(body);
    }

    private static boolean hasLoops(final List<ScriptStatement> block) {
        return block.stream()
                .anyMatch(
                        line ->
                                line instanceof ScriptStatement.For
                                        || (line instanceof ScriptStatement.If condition
                                                && (hasLoops(condition.yes())
                                                        || hasLoops(condition.no()))));
    }

    /** For each parameter, in order, whether it is a whole number. */
    List<Boolean> numbers() {
        return parameters.values().stream().map(ScriptFunction::isNumber).toList();
    }

    static boolean isNumber(final Optional<ScriptExpression> type) {
        return type.isPresent() && type.get().equals(new ScriptExpression.Name("int"));
    }
}
