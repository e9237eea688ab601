package io.github.unetfiji.model;

import io.github.unetfiji.Legible;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The names of the channels of a model's result, and what their words mean. */
final class ChannelWords {

    private static final Set<String> BACKGROUND = Set.of("background", "bg", "outside");
    private static final Set<String> FOREGROUND =
            Set.of("foreground", "fg", "interior", "inside", "mask", "object", "objects");
    private static final Set<String> BOUNDARY =
            Set.of(
                    "boundary",
                    "boundaries",
                    "border",
                    "borders",
                    "edge",
                    "edges",
                    "contour",
                    "contours",
                    "outline",
                    "outlines",
                    "membrane",
                    "membranes");

    /** What the conversion from format 0.4 calls channels, which had no names there. */
    private static final Pattern UNNAMED = Pattern.compile("(channel|c|ch)_?\\d*");

    private static final int LONGEST_NAME = 24;
    private static final int MOST_WORDS = 3;

    private ChannelWords() {}

    /**
     * Names of the channels of all outputs, each once. A channel of one of several outputs bears the name of its output; where
     * channels have no names, the words of the output's description are taken if they are as many.
     */
    static List<String> names(final List<TensorDescription> outputs) {
        final Set<String> names = new LinkedHashSet<>();
        for (final TensorDescription output : outputs) {
            for (final String name : names(output)) {
                names.add(unique(whole(output, name, outputs.size() > 1), names));
            }
        }
        return List.copyOf(names);
    }

    private static String whole(
            final TensorDescription output, final String name, final boolean several) {
        final boolean same = name.equals(output.id()) || name.isEmpty();
        final String whole = same ? output.id() : several ? output.id() + " " + name : name;
        return Legible.line(whole);
    }

    private static String unique(final String name, final Set<String> others) {
        String unique = name;
        for (int i = 2; others.contains(unique); i++) {
            unique = name + " " + i;
        }
        return unique;
    }

    private static List<String> names(final TensorDescription output) {
        final List<String> names =
                output.axis(TensorAxis.Kind.CHANNEL).map(TensorAxis::channels).orElse(List.of(""));
        if (names.stream().anyMatch(name -> !name.isEmpty() && !UNNAMED.matcher(name).matches())) {
            return names;
        }
        final List<String> described =
                Arrays.stream(output.description().split(",|;|/|\\band\\b"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
        if (described.size() == names.size() && described.stream().allMatch(ChannelWords::isName)) {
            return described;
        }
        return names.size() == 1 ? List.of(output.id()) : names;
    }

    /** Whether no channel has a name of its own. */
    static boolean areUnnamed(final List<String> names) {
        return names.stream().allMatch(name -> UNNAMED.matcher(name).matches());
    }

    private static boolean isName(final String text) {
        return text.length() <= LONGEST_NAME && text.split("\\s+").length <= MOST_WORDS;
    }

    /** The only channel that is called background. */
    static OptionalInt background(final List<String> names) {
        return only(names, BACKGROUND);
    }

    /** The only channel that is called boundary, membrane, ... */
    static OptionalInt boundary(final List<String> names) {
        return only(names, BOUNDARY);
    }

    /** The only channel that is neither background nor boundary; of several, the only one that is called foreground. */
    static OptionalInt foreground(final List<String> names) {
        final List<Integer> left =
                IntStream.range(0, names.size())
                        .filter(i -> !has(names.get(i), BACKGROUND))
                        .filter(i -> !has(names.get(i), BOUNDARY))
                        .boxed()
                        .toList();
        return left.size() == 1 ? OptionalInt.of(left.get(0)) : only(names, FOREGROUND);
    }

    private static OptionalInt only(final List<String> names, final Set<String> words) {
        final int[] found =
                IntStream.range(0, names.size()).filter(i -> has(names.get(i), words)).toArray();
        return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
    }

    private static boolean has(final String name, final Set<String> words) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^a-z]+"))
                .anyMatch(words::contains);
    }
}
