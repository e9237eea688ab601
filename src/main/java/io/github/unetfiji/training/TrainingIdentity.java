package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.YamlMap;
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

/** What makes a training that one and no other: its settings, its data, and the model it starts from. */
final class TrainingIdentity {

    private TrainingIdentity() {}

    /**
     * The identity as plain values.
     *
     * @param data a description of the data, with checksums
     * @param parents models that it starts from
     */
    static Map<String, Object> of(
            final TrainingSettings settings, final List<?> data, final List<?> parents) {
        final Map<String, Object> identity = new LinkedHashMap<>();
        identity.put("settings", settings.learned());
        identity.put("data", data);
        identity.put("parents", parents);
        return identity;
    }

    /**
     * Compares the training of a state with the one that is asked for.
     *
     * @throws UNetException if they differ; says in what
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
     * In what two trainings differ, each a part of a sentence.
     *
     * @param then as it was read from a file
     */
    static List<String> differences(final Map<?, ?> then, final Map<String, Object> now) {
        // NB: both by way of YAML, which tells no long from an int.
        final Map<?, ?> plain =
                YamlMap.parse(YamlMap.text(now).getBytes(StandardCharsets.UTF_8), "identity").map();
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

    private static List<String> settings(final Map<?, ?> before, final Map<?, ?> after) {
        final Set<Object> keys = new LinkedHashSet<>(after.keySet());
        keys.addAll(before.keySet());
        final List<String> differences = new ArrayList<>();
        for (final Object key : keys) {
            if (!Objects.equals(before.get(key), after.get(key))) {
                differences.add(key + " is " + after.get(key) + ", but was " + before.get(key));
            }
        }
        return differences;
    }
}
