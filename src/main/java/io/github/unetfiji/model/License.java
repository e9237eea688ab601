package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The licences that a model can have: those of the SPDX list 3.27, without the deprecated ids.
 *
 * @see <a href="https://spdx.org/licenses/">the list</a>
 */
public final class License {

    /** That of a model whose author chose none: whoever uses it names the author. Most models of the zoo have it. */
    public static final String DEFAULT = "CC-BY-4.0";

    private static final String LIST = "spdx-ids.txt";
    private static final int MOST_HINTS = 3;

    private License() {}

    /**
     * Finds a licence, whatever its letter case.
     *
     * @param id such as {@code mit}
     * @return as the list has it, such as {@code MIT}
     * @throws UNetException if the list does not have it
     */
    public static String find(final String id) {
        final List<String> all = all();
        return all.stream()
                .filter(known -> known.equalsIgnoreCase(id.strip()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "license is '"
                                                + Legible.echo(id)
                                                + "', but must be an id of the list on"
                                                + " spdx.org/licenses, such as "
                                                + similar(id, all)
                                                + "."));
    }

    private static String similar(final String id, final List<String> all) {
        final String begin = id.strip().toLowerCase(Locale.ROOT).split("[- ]", 2)[0];
        final List<String> like =
                all.stream()
                        .filter(known -> !begin.isEmpty())
                        .filter(known -> known.toLowerCase(Locale.ROOT).startsWith(begin))
                        .sorted(
                                Comparator.comparing(
                                        known ->
                                                !known.toLowerCase(Locale.ROOT)
                                                        .startsWith(
                                                                id.strip()
                                                                        .toLowerCase(Locale.ROOT))))
                        .limit(MOST_HINTS)
                        .toList();
        return (like.isEmpty() ? List.of(DEFAULT, "CC0-1.0", "MIT") : like)
                .stream().collect(Collectors.joining(", "));
    }

    private static List<String> all() {
        try (InputStream in = License.class.getResourceAsStream(LIST)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
