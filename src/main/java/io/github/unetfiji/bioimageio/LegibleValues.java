package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes plain values fit to be shown: lists and maps of them, too. */
final class LegibleValues {

    private LegibleValues() {}

    static Map<String, Object> map(final Field field) {
        if (field.value().orElse(null) instanceof Map<?, ?> map) {
            return map(map);
        }
        throw field.wrong("a map");
    }

    private static Map<String, Object> map(final Map<?, ?> map) {
        final Map<String, Object> legible = new LinkedHashMap<>();
        map.forEach((key, value) -> legible.put(Legible.line(String.valueOf(key)), value(value)));
        return legible;
    }

    private static Object value(final Object value) {
        if (value instanceof String text) {
            return Legible.text(text);
        }
        if (value instanceof Map<?, ?> map) {
            return map(map);
        }
        return value instanceof List<?> list
                ? list.stream().map(item -> item == null ? "" : value(item)).toList()
                : value;
    }
}
