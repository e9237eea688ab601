package io.github.unetfiji.batch;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.segment.OutputKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * The results of a {@link FolderRun} with their truths, to be compared when the run has written them.
 *
 * <pre>
 * Path in = Path.of("stacks");
 * Path into = Path.of("results");
 * Map&lt;Path, Path&gt; targets =
 *         ImageFiles.targets(FolderRun.inputs(in, into), into, FileResult.ending(OutputKind.CLASSES));
 * EvaluatedImages results = ResultTruths.of(in, Path.of("truths"), into, targets, OutputKind.CLASSES,
 *         ModelFile.of(Path.of("cells.zip"))::read);
 * </pre>
 */
public final class ResultTruths {

    private ResultTruths() {}

    /**
     * Checks, before the run, that every image has a truth of its size, and that no result would replace a truth.
     *
     * @param input the folder of images that is segmented, or the image
     * @param truth a folder with as many label images, or the label image
     * @param into folder that receives the results; where the truths lie in it, results are none of them
     * @param targets where the result for each image goes
     * @param kind of result
     * @param model reads the model that segments the images; not asked if the results are instances
     * @throws UNetException if not, or if a result of this kind has no truth
     */
    public static EvaluatedImages of(
            final Path input,
            final Path truth,
            final Path into,
            final Map<Path, Path> targets,
            final OutputKind kind,
            final Supplier<SegmentationModel> model) {
        if (kind == OutputKind.UNCERTAINTY) {
            throw new UNetException("truth was given, but the uncertainty has none.");
        }
        final List<Path> truths = FolderRun.inputs(truth, into);
        final UnaryOperator<ImagePair> reading =
                ImagePair.asMeantBy(PredictionKind.of(kind.key()), model);
        final List<FilePair> pairs =
                FilePair.of(
                        new FilePair.Group("input", input.toFile(), List.copyOf(targets.keySet())),
                        new FilePair.Group("truth", truth.toFile(), truths));
        pairs.forEach(FilePair::checkSameShape);
        targets.values().forEach(target -> truths.forEach(file -> checkApart(file, target)));
        return EvaluatedImages.of(
                pairs.stream()
                        .map(pair -> new FilePair(targets.get(pair.first()), pair.second()))
                        .map(ImagePair::of)
                        .map(reading)
                        .toList(),
                Map.of());
    }

    private static void checkApart(final Path file, final Path target) {
        if (ImageFiles.isSame(file, target)) {
            throw new UNetException(
                    "The truth "
                            + file
                            + " would be replaced by a result: choose another output folder.");
        }
    }
}
