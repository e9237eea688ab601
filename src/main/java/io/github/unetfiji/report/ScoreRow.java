package io.github.unetfiji.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of one slice, or of slices together.
 *
 * @param prediction what was evaluated
 * @param slice its number, or what stands for several
 * @param numbers by the headings of their columns, in their order; NaN where there is none
 */
public record ScoreRow(String prediction, String slice, Map<String, Double> numbers) {

    public ScoreRow {
        numbers = new LinkedHashMap<>(numbers);
    }
}
