package io.github.unetfiji.command;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.text.MacroWord;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the key {@code metrics}: names of metrics with commas between them, or {@code all}. */
final class MetricWords {

    /** Stands for all metrics of a kind of prediction. */
    static final String ALL = "all";

    private MetricWords() {}

    /**
     * Reads the value of the key.
     *
     * @param type the metrics of that kind of prediction
     * @return at least one
     * @throws UNetException if a word names no metric; lists all metrics
     */
    static <E extends Enum<E>> Set<E> of(
            final Class<E> type, final PredictionKind kind, final String text) {
        if (text.trim().equals(ALL)) {
            return EnumSet.allOf(type);
        }
        final List<String> words = Arrays.stream(text.split(",", -1)).map(String::trim).toList();
        final Set<E> chosen =
                EnumSet.allOf(type).stream()
                        .filter(metric -> words.contains(MacroWord.of(metric)))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(type)));
        if (!chosen.stream().map(MacroWord::of).toList().containsAll(words)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "metrics is '%s', but for kind=%s must be all, or of these words, with"
                                    + " commas between them: %s.",
                            text,
                            kind.key(),
                            EnumSet.allOf(type).stream()
                                    .map(MacroWord::of)
                                    .collect(Collectors.joining(", "))));
        }
        return chosen;
    }
}
