package io.github.unetfiji.report;

import io.github.unetfiji.evaluate.CellOutcomes;
import io.github.unetfiji.evaluate.ChallengeScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One plain sentence about a prediction: {@code At the threshold 0.4, 86 of 100 cells are found; 9 are merged with
 * others, 3 split, 2 missed; 4 objects too many.}
 */
public final class Verdict {

    private static final double MIDDLE = 0.5;

    private Verdict() {}

    /**
     * The threshold that the sentence is about: that of the best Rand error, or of the first measure that was
     * evaluated.
     */
    public static double threshold(final ChallengeScores stack) {
        final List<Measure> known = Measure.of(stack);
        final double best = known.isEmpty() ? MIDDLE : order(known).score(stack).threshold();
        return Double.isNaN(best) ? MIDDLE : best;
    }

    /**
     * The measure that chooses slices and thresholds by default: the Rand error if it was evaluated, otherwise the
     * first measure.
     */
    static Measure order(final List<Measure> known) {
        return known.contains(Measure.RAND_ERROR) ? Measure.RAND_ERROR : known.get(0);
    }

    /**
     * The sentence.
     *
     * @param outcomes of the cells in all slices
     * @param threshold at which they were counted
     */
    public static String sentence(final CellOutcomes outcomes, final double threshold) {
        final List<String> others = new ArrayList<>();
        add(others, outcomes.merged(), "merged with others");
        add(others, outcomes.split(), "split");
        add(others, outcomes.partly(), "badly outlined");
        add(others, outcomes.missed(), "missed");
        final StringBuilder words = new StringBuilder();
        words.append(
                String.format(
                        Locale.ROOT,
                        "At the threshold %s, %,d of %,d cells are found",
                        Numbers.threshold(threshold),
                        outcomes.found(),
                        outcomes.cells()));
        if (!others.isEmpty()) {
            words.append("; ").append(String.join(", ", others));
        }
        if (outcomes.extra() > 0) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "; %,d %s too many",
                            outcomes.extra(),
                            outcomes.extra() == 1 ? "object" : "objects"));
        }
        return words.append('.').toString();
    }

    private static void add(final List<String> others, final long number, final String outcome) {
        if (number > 0) {
            final String verb = others.isEmpty() ? number == 1 ? "is " : "are " : "";
            others.add(String.format(Locale.ROOT, "%,d %s%s", number, verb, outcome));
        }
    }
}
