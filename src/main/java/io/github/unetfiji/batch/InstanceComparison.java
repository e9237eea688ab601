package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.InstanceMetric;
import io.github.unetfiji.evaluate.InstanceScores;
import io.github.unetfiji.evaluate.LabelEvaluation;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.ScoreColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares cells with cells. */
public final class InstanceComparison extends Comparison<LabelMap, InstanceScores> {

    private final Set<InstanceMetric> metrics;

    public InstanceComparison(final Set<InstanceMetric> metrics) {
        this.metrics = metrics;
    }

    @Override
    SliceStack<LabelMap> read(final ImagePlus prediction) {
        return SliceStack.labels(prediction);
    }

    @Override
    List<InstanceScores> scores(final PairedStacks<LabelMap> stacks, final Progress progress) {
        return new LabelEvaluation(
                        stacks.size(), stacks::prediction, stacks::truth, stacks.threads())
                .instances(progress);
    }

    @Override
    InstanceScores together(final List<InstanceScores> slices) {
        return InstanceScores.over(slices);
    }

    @Override
    Map<String, Double> columns(final InstanceScores scores) {
        final Map<String, Double> columns = new LinkedHashMap<>();
        if (metrics.contains(InstanceMetric.SEG)) {
            columns.put("SEG", scores.seg().value());
        }
        if (metrics.contains(InstanceMetric.OBJECTS)) {
            columns.putAll(ScoreColumns.of(scores.objects()));
        }
        if (metrics.contains(InstanceMetric.FOREGROUND)) {
            columns.put("Foreground IoU", scores.foreground().iou());
        }
        return columns;
    }
}
