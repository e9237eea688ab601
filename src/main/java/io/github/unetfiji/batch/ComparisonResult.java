package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.report.ScoreTable.ScoreRow;
import java.util.List;
import java.util.Optional;

/**
 * The result of an evaluation.
 *
 * @param rows the scores of every slice, then of the stack, prediction by prediction; at the end those of all predictions
 *     together if there are several. {@link io.github.unetfiji.report.ScoreTable} makes a table of them
 * @param summary one sentence a line: the scores of all slices together, the verdict, where the report is
 * @param curves plot of the scores over the thresholds, if it was asked for
 * @param mistakes picture of the mistakes, slice by slice, if it was asked for
 */
public record ComparisonResult(
        List<ScoreRow> rows,
        String summary,
        Optional<ImagePlus> curves,
        Optional<ImagePlus> mistakes) {}
