package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.evaluate.LabelEvaluation;
import io.github.unetfiji.evaluate.PixelCounts;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.SliceReader;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.ScoreColumns;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Compares class maps with true class maps: the value of a pixel is its class, 0 = background. */
public final class ClassComparison extends Comparison<LabelMap, ClassScores> {

    /** The metrics of a map of classes. */
    public enum ClassMetric {
        /** IoU and Dice coefficient of each class. */
        IOU
    }

    @Override
    SliceReader<LabelMap> read(final ImagePlus prediction) {
        return ImagePlusLabels.of(prediction);
    }

    @Override
    List<ClassScores> scores(
            final PairedStacks<LabelMap> stacks,
            final Progress progress,
            final Consumer<String> messages) {
        final List<ClassScores> scores =
                new LabelEvaluation(
                                stacks.size(), stacks::prediction, stacks::truth, stacks.threads())
                        .classes(progress);
        final List<PixelCounts> classes = together(scores).classes();
        if (classes.stream().skip(1).noneMatch(ClassComparison::isInBoth)) {
            messages.accept(
                    "Prediction and truth have no class in common but the background: are the labels"
                            + " cells (kind=instances)?");
        }
        return scores;
    }

    private static boolean isInBoth(final PixelCounts counts) {
        return counts.truePositives() + counts.falsePositives() > 0
                && counts.truePositives() + counts.falseNegatives() > 0;
    }

    @Override
    ClassScores together(final List<ClassScores> slices) {
        return ClassScores.over(slices);
    }

    @Override
    Map<String, Double> columns(final ClassScores scores) {
        return ScoreColumns.of(scores);
    }
}
