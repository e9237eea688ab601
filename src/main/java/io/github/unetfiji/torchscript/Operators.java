package io.github.unetfiji.torchscript;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The operators that a program of others may use, as {@code operators.txt} lists them. */
final class Operators {

    private static final String RESOURCE = "operators.txt";

    private final Set<String> computing;
    private final Set<String> language;
    private final Set<String> newer;

    private Operators(final String list) {
        computing = of(list, "aten");
        language = of(list, "prim");
        newer = of(list, "newer");
    }

    static Operators read() {
        try (InputStream in = Operators.class.getResourceAsStream(RESOURCE)) {
            return new Operators(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> of(final String list, final String kind) {
        return list.lines()
                .filter(line -> line.startsWith(kind + " "))
                .flatMap(line -> Arrays.stream(line.substring(kind.length() + 1).split(" ")))
                .collect(Collectors.toSet());
    }

    /** Whether {@code aten::name} only computes; in place, too. */
    boolean computes(final String name) {
        return has(computing, name) || isNewer(name);
    }

    /** Whether it computes, but libtorch does not know it yet. */
    boolean isNewer(final String name) {
        return has(newer, name);
    }

    /** Whether {@code prim::name} belongs to the language and only computes. */
    boolean isOfLanguage(final String name) {
        return language.contains(name);
    }

    private static boolean has(final Set<String> names, final String name) {
        return names.contains(name)
                || (name.length() > 1
                        && name.endsWith("_")
                        && !name.startsWith("__")
                        && names.contains(name.substring(0, name.length() - 1)));
    }
}
