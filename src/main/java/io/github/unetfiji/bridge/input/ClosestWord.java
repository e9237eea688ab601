package io.github.unetfiji.bridge.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that was probably meant by a mistyped one. */
final class ClosestWord {

    private ClosestWord() {}

    /** The nearest candidate, if one is within a third of its length in typing errors; letter case is ignored. */
    static Optional<String> to(final String typed, final Collection<String> candidates) {
        return candidates.stream()
                .filter(
                        word ->
                                word.length() > 1
                                        && typed.length() <= 2 * word.length()
                                        && distance(typed, word) <= Math.max(1, word.length() / 3))
                .min(Comparator.comparingInt(word -> distance(typed, word)));
    }

    /** A phrase for a sentence, with a leading space: {@code (did you mean "model"?)}, or nothing. */
    static String hint(final String typed, final Collection<String> candidates) {
        return to(typed, candidates).map(word -> " (did you mean \"" + word + "\"?)").orElse("");
    }

    /** Letters to insert, drop, change or swap with the next one; O(length of a times length of b). */
    private static int distance(final String first, final String second) {
        final String a = first.toLowerCase(Locale.ROOT);
        final String b = second.toLowerCase(Locale.ROOT);
        final int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                d[i][j] = i == 0 || j == 0 ? i + j : step(d, a, b, i, j);
            }
        }
        return d[a.length()][b.length()];
    }

    private static int step(
            final int[][] d, final String a, final String b, final int i, final int j) {
        final int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        final int best = Math.min(d[i - 1][j - 1] + same, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        final boolean swapped =
                i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, d[i - 2][j - 2] + 1) : best;
    }
}
