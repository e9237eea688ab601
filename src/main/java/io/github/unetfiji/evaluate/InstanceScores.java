package io.github.unetfiji.evaluate;

import io.github.unetfiji.labels.LabelMap;
import java.util.List;

/**
 * Scores of found cells, of one slice or of several together.
 *
 * @param seg of the Cell Tracking Challenge
 * @param objects cells found, made up and missed
 * @param foreground pixels of cell, whichever, against background
 */
public record InstanceScores(SegScore seg, ObjectScores objects, PixelCounts foreground) {

    /** Compares one slice; each id is one cell. */
    static InstanceScores of(final LabelMap result, final LabelMap truth) {
        final ObjectOverlap overlap = ObjectOverlap.of(truth, result);
        return new InstanceScores(
                SegScore.of(overlap),
                ObjectScores.of(overlap),
                ClassScores.foreground(List.of(truth), List.of(result)));
    }

    /**
     * The scores of slices together: all their cells and pixels, not the mean of the slices.
     *
     * @param slices at least one, each of one slice
     */
    public static InstanceScores over(final List<InstanceScores> slices) {
        return new InstanceScores(
                SegScore.over(slices.stream().map(InstanceScores::seg).toList()),
                ObjectScores.over(slices.stream().map(InstanceScores::objects).toList()),
                slices.stream()
                        .map(InstanceScores::foreground)
                        .reduce(PixelCounts.NONE, PixelCounts::plus));
    }
}
