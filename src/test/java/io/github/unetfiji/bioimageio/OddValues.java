package io.github.unetfiji.bioimageio;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every field of a description, each with every value that is of another type, or none. */
final class OddValues {

    private static final Map<String, Object> VALUES = new LinkedHashMap<>();

    static {
        VALUES.put("null", null);
        VALUES.put("[]", List.of());
        VALUES.put("[7]", List.of(7));
        VALUES.put("{}", Map.of());
        VALUES.put("{odd: 7}", Map.of("odd", 7));
        VALUES.put("7", 7);
        VALUES.put("-3", -3);
        VALUES.put("odd", "odd");
        VALUES.put("'16'", "16");
        VALUES.put("true", true);
        VALUES.put("NaN", Double.NaN);
        VALUES.put("Infinity", Double.POSITIVE_INFINITY);
        VALUES.put("1e300", 1e300);
    }

    private OddValues() {}

    /**
     * A package with one odd field.
     *
     * @param path of the field, such as {@code inputs[0].axes}
     * @param value in words; {@code missing} where the field was removed
     */
    record Case(String path, String value, MemoryFiles files) {
        String name() {
            return path + " = " + value;
        }
    }

    @SuppressWarnings("unchecked")
    static List<Case> of(final MemoryFiles right) {
        final List<Case> cases = new ArrayList<>();
        final Map<String, Object> original = SmallPackages.tree(right);
        for (final String path : paths(original, "")) {
            final Object tree = copy(original);
            change(tree, path, null, true);
            cases.add(
                    new Case(
                            path,
                            "missing",
                            SmallPackages.with(right, (Map<String, Object>) tree)));
            VALUES.forEach(
                    (word, value) -> {
                        final Object other = copy(original);
                        change(other, path, value, false);
                        cases.add(
                                new Case(
                                        path,
                                        word,
                                        SmallPackages.with(right, (Map<String, Object>) other)));
                    });
        }
        return cases;
    }

    private static Object copy(final Object value) {
        if (value instanceof Map<?, ?> map) {
            final Map<Object, Object> copy = new LinkedHashMap<>();
            map.forEach((key, inner) -> copy.put(key, copy(inner)));
            return copy;
        }
        final List<Object> copy = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(inner -> copy.add(copy(inner)));
            return copy;
        }
        return value;
    }

    private static List<String> paths(final Object value, final String path) {
        final List<String> paths = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            for (final Map.Entry<?, ?> entry : map.entrySet()) {
                final String inner =
                        path.isEmpty() ? "" + entry.getKey() : path + "." + entry.getKey();
                paths.add(inner);
                paths.addAll(paths(entry.getValue(), inner));
            }
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                final String inner = path + "[" + i + "]";
                paths.add(inner);
                paths.addAll(paths(list.get(i), inner));
            }
        }
        return paths;
    }

    /** Changes a field of a tree, or removes it. */
    @SuppressWarnings("unchecked")
    static void change(
            final Object tree, final String path, final Object value, final boolean remove) {
        Object at = tree;
        final String[] steps = path.replace("[", ".[").split("\\.");
        for (int i = 0; i < steps.length; i++) {
            final boolean last = i == steps.length - 1;
            if (steps[i].startsWith("[")) {
                final int index = Integer.parseInt(steps[i].substring(1, steps[i].length() - 1));
                final List<Object> list = (List<Object>) at;
                if (last && remove) {
                    list.remove(index);
                } else if (last) {
                    list.set(index, value);
                }
                at = last ? null : list.get(index);
            } else {
                final Map<String, Object> map = (Map<String, Object>) at;
                if (last && remove) {
                    map.remove(steps[i]);
                } else if (last) {
                    map.put(steps[i], value);
                }
                at = last ? null : map.get(steps[i]);
            }
        }
    }
}
