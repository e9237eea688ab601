package io.github.unetfiji.torchscript;

import io.github.unetfiji.torchscript.ScriptValue.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the variables of a function at a line. */
final class ScriptScope {

    private final Map<String, ScriptValue> values;
    private final Map<String, ScriptExpression> types;

    ScriptScope() {
        this(Map.of(), Map.of());
    }

    private ScriptScope(
            final Map<String, ScriptValue> values, final Map<String, ScriptExpression> types) {
        this.values = new HashMap<>(values);
        this.types = new HashMap<>(types);
    }

    /** NB: its type is what the value has, which is written nowhere. */
    void set(final String variable, final ScriptValue value) {
        values.put(variable, value);
        types.remove(variable);
    }

    /** A variable has a type that is written. */
    void declare(final String variable, final ScriptExpression type) {
        types.put(variable, type);
    }

    /** The type of a variable, where it is written. */
    Optional<ScriptExpression> type(final String variable) {
        return Optional.ofNullable(types.get(variable));
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
        return new ScriptScope(values, types);
    }

    /** After lines of which these or others were run. */
    void join(final ScriptScope other) {
        other.values.forEach((name, value) -> values.merge(name, value, ScriptValue::or));
        types.entrySet()
                .removeIf(
                        type ->
                                other.has(type.getKey())
                                        && !type.getValue().equals(other.types.get(type.getKey())));
    }
}
