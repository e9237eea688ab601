package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import java.util.List;
import java.util.Optional;

/**
 * What an evaluation found.
 *
 * @param rows of all slices and of those together
 * @param sentence one a line: the numbers of all slices together, the verdict, where the report is
 * @param curves the scores over the thresholds
 * @param picture the mistakes, slice by slice
 */
public record ComparisonResult(
        List<ScoreRow> rows,
        String sentence,
        Optional<ImagePlus> curves,
        Optional<ImagePlus> picture) {}
