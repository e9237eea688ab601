package io.github.unetfiji.torchscript;

import io.github.unetfiji.torchscript.ScriptExpression.Attribute;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whole numbers that the objects of an archive hold, and that its program never changes. */
final class StoredNumbers {

    /** By class and attribute, with a dot between: what the objects of the class have. */
    private final Map<String, ScriptValue> numbers = new HashMap<>();

    private final Set<String> assigned = new HashSet<>();

    /**
     * @param root of the objects of the archive
     */
    StoredNumbers(final Object root, final ScriptProgram program) {
        collect(root);
        program.functions().values().forEach(function -> assigned(function.body()));
        for (final ScriptClass type : program.classes().values()) {
            type.methods().values().forEach(method -> assigned(method.body()));
        }
    }

    /** NB: without methods within methods, since lists can hold themselves, or others as deep as one likes. */
    private void collect(final Object root) {
        final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
        final Deque<Object> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            final Object value = open.pop();
            if (visited.add(value)) {
                if (value instanceof PickledObject object) {
                    object.attributes().forEach((name, number) -> add(object, name, number));
                    open.addAll(object.attributes().values());
                } else if (value instanceof List<?> list) {
                    open.addAll(list);
                } else if (value instanceof Map<?, ?> map) {
                    open.addAll(map.values());
                }
            }
        }
    }

    private void add(final PickledObject owner, final String name, final Object value) {
        if (value instanceof Long number) {
            numbers.merge(
                    owner.type() + "." + name, ScriptValue.number(number, number), ScriptValue::or);
        }
    }

    private void assigned(final List<ScriptStatement> block) {
        for (final ScriptStatement line : block) {
            if (line instanceof ScriptStatement.Assign assign) {
                assign.targets().forEach(this::assigned);
            } else if (line instanceof ScriptStatement.If condition) {
                assigned(condition.yes());
                assigned(condition.no());
            } else if (line instanceof ScriptStatement.For loop) {
                assigned(loop.body());
            }
        }
    }

    private void assigned(final ScriptExpression target) {
        if (target instanceof Attribute attribute) {
            assigned.add(attribute.name());
        } else if (target instanceof ScriptExpression.Several several) {
            several.items().forEach(this::assigned);
        }
    }

    /** What all objects of the class have there; empty if that is not known. */
    Optional<ScriptValue> get(final String type, final String attribute) {
        return assigned.contains(attribute)
                ? Optional.empty()
                : Optional.ofNullable(numbers.get(type + "." + attribute));
    }
}
