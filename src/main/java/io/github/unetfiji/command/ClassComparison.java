package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ClassScores;
import io.github.unetfiji.evaluate.LabelEvaluation;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.ui.ScoreColumns;
import java.util.List;
import java.util.Map;

/** Compares maps whose value is the class. */
final class ClassComparison extends Comparison<LabelMap, ClassScores> {

    @Override
    SliceStack<LabelMap> read(final ImagePlus prediction) {
        return SliceStack.labels(prediction);
    }

    @Override
    List<ClassScores> scores(final PairedStacks<LabelMap> stacks, final Progress progress) {
        return new LabelEvaluation(
                        stacks.size(), stacks::prediction, stacks::truth, stacks.threads())
                .classes(progress);
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
