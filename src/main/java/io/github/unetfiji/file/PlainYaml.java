package io.github.unetfiji.file;

import io.github.unetfiji.UNetException;
import java.io.ByteArrayInputStream;
import java.io.Reader;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.UnicodeReader;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads YAML of unknown origin as a finite tree of plain values: no code of it runs, no value contains itself, and its aliases
 * do not unfold to more values than can be shown.
 *
 * <p>NB: SnakeYAML's own limits count aliases, not what they unfold to: fifty of them can stand for 2^50 values.
 */
final class PlainYaml extends SafeConstructor {

    /** Values in all, each as often as aliases repeat it. */
    private static final int MOST_VALUES = 200_000;

    /** Characters of texts in all, each as often as aliases repeat it. */
    private static final long MOST_LETTERS = 32L << 20;

    private static final int DEEPEST = 50;
    private static final int MOST_ALIASES = 10_000;

    /** NB: Java needs minutes for a number of a million digits, and its patterns a stack as deep. */
    private static final int LONGEST_NUMBER = 100;

    private final String name;
    private int values;
    private long letters;

    private PlainYaml(final LoaderOptions options, final String name) {
        super(options);
        this.name = name;
    }

    /**
     * The plain strings, numbers, truth values, lists and maps of a file.
     *
     * @param name of the file, for messages
     * @throws org.yaml.snakeyaml.error.YAMLException if it is no YAML
     * @throws UNetException if it is no tree of a sane size
     */
    static Object read(final byte[] bytes, final String name) {
        final LoaderOptions options = new LoaderOptions();
        options.setAllowRecursiveKeys(false);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(Math.max(1, bytes.length));
        final DumperOptions dumper = new DumperOptions();
        final PlainYaml constructor = new PlainYaml(options, name);
        final Yaml yaml =
                new Yaml(constructor, new Representer(dumper), dumper, options, new ShortNumbers());
        final Reader reader = new UnicodeReader(new ByteArrayInputStream(bytes));
        return constructor.plain(yaml.compose(reader));
    }

    private Object plain(final Node root) {
        if (root == null) {
            return null;
        }
        check(root, 0);
        return constructDocument(root);
    }

    private void check(final Node node, final int depth) {
        values++;
        if (depth > DEEPEST) {
            throw new UNetException(name + " refers to itself, or is nested too deeply.");
        }
        if (values > MOST_VALUES || letters > MOST_LETTERS) {
            throw new UNetException(name + " stands for more values than can be shown.");
        }
        if (node instanceof MappingNode map) {
            for (final NodeTuple entry : map.getValue()) {
                check(entry.getKeyNode(), depth + 1);
                check(entry.getValueNode(), depth + 1);
            }
        } else if (node instanceof SequenceNode list) {
            list.getValue().forEach(item -> check(item, depth + 1));
        } else if (node instanceof ScalarNode scalar) {
            check(scalar);
        }
    }

    private void check(final ScalarNode scalar) {
        final int length = scalar.getValue().length();
        letters += length;
        if (length > LONGEST_NUMBER
                && !scalar.getTag().equals(Tag.STR)
                && !scalar.getTag().equals(Tag.BINARY)) {
            throw new UNetException(name + " holds a number of " + length + " characters.");
        }
    }

    /** Long scalars are texts, unless they say otherwise. */
    private static final class ShortNumbers extends Resolver {
        @Override
        public Tag resolve(final NodeId kind, final String value, final boolean implicit) {
            return kind == NodeId.scalar && implicit && value.length() > LONGEST_NUMBER
                    ? Tag.STR
                    : super.resolve(kind, value, implicit);
        }
    }
}
