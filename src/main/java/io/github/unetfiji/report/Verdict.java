package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.CellOutcomes;
import io.github.unetfiji.evaluate.ChallengeScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a prediction is worth in one plain sentence: {@code At the threshold 0.4, 86 of 100 cells are found; 9 are merged with
 * others, 3 split, 2 missed; 4 objects too many.}
 */
public final class Verdict {

    private static final double MIDDLE = 0.5;

    private Verdict() {}

    /** The threshold that is judged: the best by the Rand error, or else by the first measure that was asked for. */
    public static double threshold(final ChallengeScores stack) {
        final List<Measure> known = Measure.of(stack);
        final double best = known.isEmpty() ? MIDDLE : order(known).score(stack).threshold();
        return Double.isNaN(best) ? MIDDLE : best;
    }

    /** By what slices and thresholds are compared where nothing is said: the Rand error if it is known. */
    static Measure order(final List<Measure> known) {
        return known.contains(Measure.RAND_ERROR) ? Measure.RAND_ERROR : known.get(0);
    }

    /**
     * The sentence.
     *
     * @param fates of the cells in all slices
     * @param threshold at which
     */
    public static String sentence(final CellOutcomes fates, final double threshold) {
        final List<String> others = new ArrayList<>();
        add(others, fates.merged(), "merged with others");
        add(others, fates.split(), "split");
        add(others, fates.partly(), "badly outlined");
        add(others, fates.missed(), "missed");
        final StringBuilder words = new StringBuilder();
        words.append(
                String.format(
                        Locale.ROOT,
                        "At the threshold %s, %,d of %,d cells are found",
                        Numbers.threshold(threshold),
                        fates.found(),
                        fates.cells()));
        if (!others.isEmpty()) {
            words.append("; ").append(String.join(", ", others));
        }
        if (fates.extra() > 0) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "; %,d %s too many",
                            fates.extra(),
                            fates.extra() == 1 ? "object" : "objects"));
        }
        return words.append('.').toString();
    }

    private static void add(final List<String> others, final long number, final String fate) {
        if (number > 0) {
            final String verb = others.isEmpty() ? number == 1 ? "is " : "are " : "";
            others.add(String.format(Locale.ROOT, "%,d %s%s", number, verb, fate));
        }
    }
}
