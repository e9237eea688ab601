package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.setting.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Identifies a training by its settings, its data, and the model that it starts from. A state is resumed only by the same training. */
final class TrainingIdentity {

    private TrainingIdentity() {}

    /**
     * The identity as plain values.
     *
     * @param settings by the macro's words
     * @param data a description of the data, with checksums
     * @param parents models that it starts from
     */
    static Map<String, Object> of(
            final Map<String, Object> settings, final List<?> data, final List<?> parents) {
        final Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("settings", settings);
        identity.put("data", data);
        identity.put("parents", parents);
        return identity;
    }

    /**
     * Compares the training of a state with the one that is asked for.
     *
     * @throws UNetException if they differ; names the differences
     */
    static void checkSame(final Path file, final Map<?, ?> then, final Map<String, Object> now) {
        final List<String> differences = differences(then, now);
        if (!differences.isEmpty()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The training in %s cannot be resumed: %s; resume with what it began"
                                    + " with, or begin anew by \"overwrite\" instead of \"resume\".",
                            file,
                            String.join("; ", differences)));
        }
    }

    /**
     * The differences of two trainings, each a part of a sentence.
     *
     * @param then as it was read from a file
     */
    static List<String> differences(final Map<?, ?> then, final Map<String, Object> now) {
        final Map<?, ?> plain = plain(now);
        final List<String> differences = new ArrayList<>();
        if (then.get("settings") instanceof Map<?, ?> before
                && plain.get("settings") instanceof Map<?, ?> after) {
            differences.addAll(settings(before, after));
        }
        if (!Objects.equals(then.get("data"), plain.get("data"))) {
            differences.add("the data are " + plain.get("data") + ", but were " + then.get("data"));
        }
        if (!Objects.equals(then.get("parents"), plain.get("parents"))) {
            differences.add("the model to start from is another one");
        }
        return differences;
    }

    /** NB: all values by way of YAML, which tells no long from an int. */
    private static Map<?, ?> plain(final Map<String, ?> values) {
        return YamlMap.parse(YamlMap.text(values).getBytes(StandardCharsets.UTF_8), "identity")
                .map();
    }

    /** NB: a state that is older than a setting was trained with the default of the setting. */
    private static Map<Object, Object> withDefaults(final Map<?, ?> state, final Set<?> keys) {
        final Map<Object, Object> all =
                new LinkedHashMap<>(plain(Settings.DEFAULTS.plain(TrainingKeys.LEARNED)));
        all.keySet().retainAll(keys);
        all.putAll(state);
        return all;
    }

    private static List<String> settings(final Map<?, ?> state, final Map<?, ?> after) {
        final Map<Object, Object> before = withDefaults(state, after.keySet());
        final Set<Object> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        final List<String> differences = new ArrayList<>();
        for (final Object key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                differences.add(
                        key
                                + " is "
                                + words(after.get(key))
                                + ", but was "
                                + words(before.get(key)));
            }
        }
        return differences;
    }

    private static Object words(final Object value) {
        return value == null ? "not set" : value;
    }
}
