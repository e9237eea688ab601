package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.InstanceScores;
import io.github.unetfiji.evaluate.LabelEvaluation;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.SliceReader;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.ScoreColumns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Compares cells with true cells: 0 = background, every other value of a pixel is the id of a cell. */
public final class InstanceComparison extends Comparison<LabelMap, InstanceScores> {

    /** The metrics of a map of cells. */
    public enum InstanceMetric {
        /** SEG of the Cell Tracking Challenge. */
        SEG,
        /** Cells found, made up and missed. */
        OBJECTS,
        /** IoU of cell against background. */
        FOREGROUND
    }

    private final Set<InstanceMetric> metrics;

    /**
     * @param metrics that become columns of the result
     */
    public InstanceComparison(final Set<InstanceMetric> metrics) {
        this.metrics = Set.copyOf(metrics);
    }

    @Override
    SliceReader<LabelMap> read(final ImagePlus prediction) {
        return ImagePlusLabels.of(prediction);
    }

    @Override
    List<InstanceScores> scores(
            final PairedStacks<LabelMap> stacks,
            final Progress progress,
            final Consumer<String> messages) {
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
