package io.github.unetfiji.torchscript;

import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the variables of a function at a line. */
final class ScriptScope {

    private final Map<String, ScriptValue> values;

    ScriptScope() {
        this(Map.of());
    }

    private ScriptScope(final Map<String, ScriptValue> values) {
        this.values = new HashMap<>(values);
    }

    void set(final String variable, final ScriptValue value) {
        values.put(variable, value);
    }

    boolean has(final String variable) {
        return values.containsKey(variable);
    }

    Optional<ScriptValue> get(final String variable) {
        return Optional.ofNullable(values.get(variable));
    }

    /** NB: whoever has a list may change it, so that nothing is known of its numbers any more. */
    ScriptValue hand(final String variable) {
        forgetIf(variable, Kind.NUMBERS);
        return values.get(variable);
    }

    /** In a loop, numbers and lists change from turn to turn. */
    void forget(final String variable) {
        forgetIf(variable, Kind.NUMBER);
        forgetIf(variable, Kind.NUMBERS);
    }

    private void forgetIf(final String variable, final Kind kind) {
        values.computeIfPresent(
                variable, (name, value) -> value.kind() == kind ? ScriptValue.DATA : value);
    }

    void forgetLists() {
        values.replaceAll((name, value) -> value.kind() == Kind.NUMBERS ? ScriptValue.DATA : value);
    }

    ScriptScope copy() {
        return new ScriptScope(values);
    }

    /** After lines of which these or others were run. */
    void join(final ScriptScope other) {
        other.values.forEach((name, value) -> values.merge(name, value, ScriptValue::or));
    }
}
