package io.github.unetfiji.evaluate;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import java.util.ArrayList;
import java.util.List;

/**
 * SEG of the Cell Tracking Challenge: the mean Jaccard index of the objects of the truth.
 *
 * <p>An object S of the result matches an object R of the truth if it covers more than half of it,
 * |R and S| / |R| &gt; 0.5, strictly: there is at most one. J = |R and S| / |R or S|, and 0 without a
 * match. SEG is the mean of J over all objects of the truth in all slices together (not the mean of
 * the slices).
 *
 * <p>Source: https://celltrackingchallenge.net/evaluation-methodology; Maska et al. 2014,
 * doi:10.1093/bioinformatics/btu080.
 *
 * <p>Pitfalls: objects of the result that match nothing do not count against it; one object of the
 * result can match several of the truth. Objects are ids. Report {@link ObjectScores} with it.
 *
 * @param objects the objects of the truth, slice by slice, by ascending id
 */
public record SegScore(List<ObjectMatch> objects) {

    /**
     * An object of the truth and its match in the result.
     *
     * @param slice from 0
     * @param id in the truth
     * @param area in px
     * @param match id in the result, 0 = no match
     * @param jaccard 0 without a match
     */
    public record ObjectMatch(int slice, int id, int area, int match, double jaccard) {}

    public SegScore {
        objects = List.copyOf(objects);
    }

    /**
     * Compares two stacks, slice by slice.
     *
     * @throws UNetException if sizes or numbers of slices differ, or the truth has no object
     */
    public static SegScore of(final List<LabelMap> truth, final List<LabelMap> result) {
        TruthCheck.checkSameShape(truth, result);
        TruthCheck.checkNotEmpty(truth);
        final List<ObjectMatch> objects = new ArrayList<>();
        for (int z = 0; z < truth.size(); z++) {
            objects.addAll(matches(z, ObjectOverlap.of(truth.get(z), result.get(z))));
        }
        return new SegScore(objects);
    }

    /** The score of one slice; it lists no object if the truth has none there. */
    static SegScore of(final ObjectOverlap slice) {
        return new SegScore(matches(0, slice));
    }

    /** The score of slices together, in their order; each of one slice. */
    static SegScore over(final List<SegScore> slices) {
        final List<ObjectMatch> objects = new ArrayList<>();
        for (int z = 0; z < slices.size(); z++) {
            for (final ObjectMatch match : slices.get(z).objects) {
                objects.add(new ObjectMatch(z, match.id, match.area, match.match, match.jaccard));
            }
        }
        return new SegScore(objects);
    }

    /** The mean Jaccard index of the objects of the truth, 0..1; NaN if there is none. */
    public double value() {
        return objects.stream().mapToDouble(ObjectMatch::jaccard).average().orElse(Double.NaN);
    }

    private static List<ObjectMatch> matches(final int slice, final ObjectOverlap overlap) {
        final OverlapTable table = overlap.table();
        final List<ObjectMatch> matches = new ArrayList<>();
        for (int row = 1; row < table.rowCount(); row++) {
            matches.add(new ObjectMatch(slice, overlap.trueId(row), table.rowSum(row), 0, 0));
        }
        for (int entry = 0; entry < table.size(); entry++) {
            final int row = table.row(entry);
            if (overlap.isOfObjects(entry) && 2L * table.count(entry) > table.rowSum(row)) {
                matches.set(
                        row - 1,
                        new ObjectMatch(
                                slice,
                                overlap.trueId(row),
                                table.rowSum(row),
                                overlap.resultId(table.column(entry)),
                                (double) table.count(entry) / overlap.union(entry)));
            }
        }
        return matches;
    }
}
