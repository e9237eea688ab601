package io.github.unetfiji.torchscript;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.torchscript.ScriptExpression.Subscript;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Checks that the objects of an archive have in their attributes what their classes say: libtorch takes that for granted, and
 * looks for an attribute of one class at its place in an object of another.
 *
 * <p>It checks objects and tuples, whose parts have places. Everything else libtorch checks when it is used.
 */
final class StoredTypes {

    /** NB: a list that holds one list a thousand times, which holds another a thousand times, is a small file. */
    private static final long MOST_COMPARED = 20_000_000;

    private final ScriptProgram program;
    private final Set<Object> visited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Object> open = new ArrayDeque<>();
    private long compared;

    private StoredTypes(final ScriptProgram program) {
        this.program = program;
    }

    /**
     * @throws UNetException names the attribute that has something else
     */
    static void check(final Object root, final ScriptProgram program) {
        final StoredTypes types = new StoredTypes(program);
        types.open.add(root);
        while (!types.open.isEmpty()) {
            types.visit(types.open.pop());
        }
    }

    private void visit(final Object value) {
        if (!visited.add(value)) {
            return;
        }
        if (value instanceof PickledObject object) {
            visit(object);
        } else if (value instanceof List<?> list) {
            open.addAll(list);
        } else if (value instanceof Map<?, ?> map) {
            open.addAll(map.values());
        }
    }

    private void visit(final PickledObject object) {
        final ScriptClass type = program.classes().get(object.type());
        if (type == null) {
            throw new UNetException(
                    "The weights hold an object of '"
                            + Legible.echo(object.type())
                            + "', which the program does not define.");
        }
        object.attributes()
                .forEach(
                        (name, value) -> {
                            final ScriptExpression written = type.attributes().get(name);
                            if (written != null && !fits(value, written)) {
                                throw new UNetException(
                                        "The weights are damaged: '"
                                                + Legible.echo(type.name() + "." + name)
                                                + "' is not of the type that the program says.");
                            }
                        });
        open.addAll(object.attributes().values());
    }

    /** NB: as deep as types are written, which is not deep. */
    private boolean fits(final Object value, final ScriptExpression type) {
        if (compared++ > MOST_COMPARED) {
            throw new UNetException("The weights hold lists of lists that repeat too many values.");
        }
        final ScriptClass expected = type.dotted().map(program.classes()::get).orElse(null);
        if (expected != null) {
            return value instanceof PickledObject object && object.type().equals(expected.name());
        }
        if (!(type instanceof Subscript several)) {
            return true;
        }
        return switch (several.owner().dotted().orElse("")) {
            case "Tuple" -> fitsTuple(value, several.indices());
            case "List" ->
                    value instanceof List<?> list
                            && list.stream().allMatch(item -> fits(item, several.indices().get(0)));
            case "Dict" ->
                    value instanceof Map<?, ?> map
                            && map.values().stream()
                                    .allMatch(item -> fits(item, several.indices().get(1)));
            case "Optional" -> value == Unpickler.NONE || fits(value, several.indices().get(0));
            default -> true;
        };
    }

    private boolean fitsTuple(final Object value, final List<ScriptExpression> types) {
        if (!(value instanceof List<?> items) || items.size() != types.size()) {
            return false;
        }
        for (int i = 0; i < types.size(); i++) {
            if (!fits(items.get(i), types.get(i))) {
                return false;
            }
        }
        return true;
    }
}
