package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.evaluate.LabelEvaluation;
import io.github.unetfiji.evaluate.PixelCounts;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.report.ScoreColumns;
import java.util.List;
import java.util.Map;

/** Compares maps whose value is the class. */
public final class ClassComparison extends Comparison<LabelMap, ClassScores> {

    @Override
    SliceStack<LabelMap> read(final ImagePlus prediction) {
        return SliceStack.labels(prediction);
    }

    @Override
    List<ClassScores> scores(final PairedStacks<LabelMap> stacks, final Progress progress) {
        final List<ClassScores> scores =
                new LabelEvaluation(
                                stacks.size(), stacks::prediction, stacks::truth, stacks.threads())
                        .classes(progress);
        final List<PixelCounts> classes = together(scores).classes();
        if (classes.stream().skip(1).noneMatch(ClassComparison::isInBoth)) {
            IJ.log(
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
