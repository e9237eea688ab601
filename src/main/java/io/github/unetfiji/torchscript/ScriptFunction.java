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
        List<ScriptStatement> body) {}
