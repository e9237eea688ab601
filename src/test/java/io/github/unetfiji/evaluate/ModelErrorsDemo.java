package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.image.ImageFiles;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelSource;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.segment.Averaging;
import io.github.unetfiji.segment.SegmentedSlices;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.TileSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The challenge's errors of a model on slices of a stack. Arguments: image, labels, model, first and last slice (from 1), averaging.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.evaluate.ModelErrorsDemo IMAGE LABELS MODEL 19 20 dihedral"
 * </pre>
 */
public final class ModelErrorsDemo {

    private ModelErrorsDemo() {}

    public static void main(final String[] args) {
        final SliceSource image = ImagePlusSlices.of(ImageFiles.open(Path.of(args[0])));
        final LabelSource labels = ImagePlusLabels.of(ImageFiles.open(Path.of(args[1])));
        final List<ProbabilityMap> proposals = new ArrayList<>();
        final List<LabelMap> truths = new ArrayList<>();
        try (Segmenter segmenter =
                Segmenter.of(
                        ModelPackage.read(Path.of(args[2])),
                        ComputeDevice.CPU,
                        Precision.FLOAT32,
                        TileSize.PLANNED,
                        Averaging.of(args[5]))) {
            final SegmentedSlices result = segmenter.segment(image, Progress.NONE);
            for (int z = Integer.parseInt(args[3]) - 1; z < Integer.parseInt(args[4]); z++) {
                proposals.add(
                        ProbabilityMap.foreground(
                                result.probabilities(z), image.width(), image.height()));
                truths.add(labels.slice(z));
            }
        }
        final ChallengeScores errors =
                Evaluation.of(
                                proposals,
                                truths,
                                EvaluationSettings.builder().build(),
                                Progress.NONE)
                        .stack();
        System.out.println("pixel error " + errors.pixelError());
        System.out.println("Rand error (n^2) " + errors.randError(PairConvention.N_SQUARED));
        System.out.println("warping error " + errors.warpingError());
        System.out.println(errors.warpingAtBest());
        System.out.println("V_Rand " + errors.vRand() + ", V_Info " + errors.vInfo());
    }
}
