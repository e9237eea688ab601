package io.github.unetfiji.torchscript;

import java.util.List;
import java.util.Optional;

/** A line of a program, with the lines that belong to it. */
sealed interface ScriptStatement {

    /** Where it begins in the text. */
    int at();

    /**
     * {@code targets : type = value}.
     *
     * @param targets variables or attributes; none where only the value is computed
     * @param type written between; empty: none
     * @param value empty where only the type is told
     */
    record Assign(
            List<ScriptExpression> targets,
            Optional<ScriptExpression> type,
            Optional<ScriptExpression> value,
            int at)
            implements ScriptStatement {}

    /** {@code if condition: yes else: no}. */
    record If(
            ScriptExpression condition, List<ScriptStatement> yes, List<ScriptStatement> no, int at)
            implements ScriptStatement {}

    /** {@code for variable in range(count): body}. */
    record For(String variable, ScriptExpression count, List<ScriptStatement> body, int at)
            implements ScriptStatement {}

    /** {@code return value}. */
    record Return(Optional<ScriptExpression> value, int at) implements ScriptStatement {}

    /** {@code pass}. */
    record Pass(int at) implements ScriptStatement {}
}
