package io.github.unetfiji.file;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A map of a YAML file. Values are taken by key; a value that is missing or of another type is a failure that names the key.
 *
 * @param map plain strings, numbers, truth values, lists and maps
 * @param where for messages, such as {@code rdf.yaml.config}
 */
public record YamlMap(Map<?, ?> map, String where) {

    /**
     * Reads a YAML file; nothing of it is executed.
     *
     * @param name of the file, for messages
     * @throws UNetException if it is no YAML, no map, refers to itself, or stands for more than can be shown
     */
    public static YamlMap parse(final byte[] bytes, final String name) {
        final Object loaded;
        try {
            loaded = PlainYaml.read(bytes, name);
        } catch (final YAMLException | IllegalArgumentException | ClassCastException e) {
            // NB: SnakeYAML (2.x) lets the latter two through for tags that do not fit.
            throw new UNetException(name + " is no YAML that can be used.", e);
        }
        if (loaded instanceof Map<?, ?> map) {
            return new YamlMap(map, name);
        }
        throw new UNetException(name + " holds no description.");
    }

    /** The text of a YAML file. */
    public static String text(final Map<String, ?> map) {
        final DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(map);
    }

    /** The map of this key. */
    public YamlMap at(final String key) {
        if (map.get(key) instanceof Map<?, ?> inner) {
            return new YamlMap(inner, where + "." + key);
        }
        throw wrong(key, "a map");
    }

    /** The text of this key. */
    public String text(final String key) {
        if (map.get(key) instanceof String text) {
            return text;
        }
        throw wrong(key, "a text");
    }

    /** The whole number of this key. */
    public int integer(final String key) {
        if (map.get(key) instanceof Integer integer) {
            return integer;
        }
        throw wrong(key, "a whole number");
    }

    /** The number of this key. */
    public double number(final String key) {
        if (map.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw wrong(key, "a number");
    }

    /** The list of this key. */
    public List<?> list(final String key) {
        if (map.get(key) instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "a list");
    }

    /** A failure that says what this key has and should have. */
    public UNetException wrong(final String key, final String wanted) {
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "The description %s.%s is %s, but must be %s.",
                        where,
                        key,
                        map.containsKey(key) ? shown(map.get(key)) : "missing",
                        wanted));
    }

    private static String shown(final Object value) {
        if (value instanceof Map<?, ?>) {
            return "a map";
        }
        return value instanceof List<?> ? "a list" : Legible.echo(String.valueOf(value));
    }
}
