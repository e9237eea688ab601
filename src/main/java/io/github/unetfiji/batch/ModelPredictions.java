package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.ij.ChosenSlices;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.stack.SliceNumbers;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The results of a model for images with truth, in a temporary folder that is removed when this is closed. */
public final class ModelPredictions implements EvaluatedImages {

    private final Path file;
    private final SegmentationOptions options;
    private final PredictionKind kind;
    private final String slices;
    private final TemporaryFolder folder;
    private final List<ImagePair> pairs = new ArrayList<>();
    private final List<FilePair> used = new ArrayList<>();
    private UNetModel model;

    private ModelPredictions(
            final Path file,
            final SegmentationOptions options,
            final PredictionKind kind,
            final String slices,
            final UNetModel model,
            final TemporaryFolder folder) {
        this.file = file;
        this.options = options;
        this.kind = kind;
        this.slices = slices;
        this.folder = folder;
        this.model = model;
    }

    /**
     * Segments images, all of their slices, and tunes the model if that is asked for.
     *
     * @param file of the model
     * @param options of the segmentation
     * @param kind of prediction
     * @param files images and labels
     * @param slices that are evaluated, counted through all files; empty = all
     * @param tune whether the model is to be tuned on them
     * @param listener told of each image that cannot be segmented
     * @throws UNetException if the slices are none, or an image cannot be segmented; nothing is left behind
     */
    public static ModelPredictions make(
            final Path file,
            final SegmentationOptions options,
            final PredictionKind kind,
            final List<FilePair> files,
            final String slices,
            final boolean tune,
            final Progress progress,
            final FolderRun.FailureListener listener) {
        final UNetModel model = ModelPackage.read(file);
        final TemporaryFolder folder = TemporaryFolder.make("unet-evaluation");
        final ModelPredictions predictions =
                new ModelPredictions(file, options, kind, slices, model, folder);
        boolean whole = false;
        try {
            predictions.choose(files);
            if (tune) {
                ModelTuning.check(predictions.model, options.scaling(), predictions.used);
            }
            predictions.segment(progress, listener);
            if (tune) {
                predictions.tune(progress);
            }
            whole = true;
            return predictions;
        } finally {
            if (!whole) {
                predictions.close();
            }
        }
    }

    private Path target(final int index) {
        return folder.path().resolve(index + "-" + kind.key() + ".tif");
    }

    /** Which slices of which files are evaluated. */
    private void choose(final List<FilePair> files) {
        final List<Integer> counts =
                files.stream().map(pair -> count(ImageFiles.open(pair.first()))).toList();
        final int all = counts.stream().mapToInt(Integer::intValue).sum();
        final SortedSet<Integer> chosen =
                slices.isBlank()
                        ? null
                        : SliceNumbers.parse(
                                slices, "slices", "empty or slices such as 19-20 or 3,7", all);
        final UnaryOperator<ImagePlus> reading = TruthReading.of(kind, () -> model);
        int before = 0;
        for (int i = 0; i < files.size(); i++) {
            final int first = before;
            final List<Integer> own =
                    IntStream.range(0, counts.get(i))
                            .filter(z -> chosen == null || chosen.contains(first + z))
                            .boxed()
                            .toList();
            before += counts.get(i);
            if (!own.isEmpty()) {
                add(files.get(i), own, reading);
            }
        }
    }

    private void add(
            final FilePair files, final List<Integer> own, final UnaryOperator<ImagePlus> reading) {
        final Path prediction = target(pairs.size());
        final Dimension size = files.checkSameShape();
        PairedStacks.checkMemory(size.width, size.height);
        used.add(files);
        pairs.add(
                new ImagePair(
                        files.first().getFileName().toString(),
                        () -> chosen(ImageFiles.open(prediction), own),
                        () -> chosen(reading.apply(ImageFiles.open(files.second())), own),
                        Optional.of(() -> chosen(ImageFiles.open(files.first()), own)),
                        slice -> own.get(slice) + 1));
    }

    private static ImagePlus chosen(final ImagePlus image, final List<Integer> slices) {
        return slices.size() == count(image) ? image : ChosenSlices.of(image, slices);
    }

    private static int count(final ImagePlus image) {
        return StackLayout.of(image).slices();
    }

    private void segment(final Progress progress, final FolderRun.FailureListener listener) {
        final Map<Path, Path> targets = new LinkedHashMap<>();
        for (int i = 0; i < used.size(); i++) {
            targets.put(used.get(i).first(), target(i));
        }
        new FolderRun(
                        folder.path(),
                        targets,
                        ResultIdentity.of(file, Map.of()),
                        new FileResult(OutputKind.of(kind.key()), false, false))
                .run(
                        List.copyOf(targets.keySet()),
                        () -> ImageSegmenter.open(model, options),
                        progress,
                        listener);
    }

    private void tune(final Progress progress) {
        model = ModelTuning.of(model, pairs, progress);
        ModelPackage.write(model, file);
        IJ.log(ModelTuning.sentence(model, file));
    }

    @Override
    public List<ImagePair> pairs() {
        return List.copyOf(pairs);
    }

    @Override
    public Map<String, String> facts() {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Model", file.toString());
        for (final FilePair pair : used) {
            facts.put("Image " + pair.first().getFileName(), "truth " + pair.second());
        }
        facts.put("Chosen slices", slices.isBlank() ? "all" : slices);
        facts.put("Averaged over", options.averaging().key());
        facts.put("Precision", options.computingPrecision().key());
        return facts;
    }

    @Override
    public String model() {
        return ModelReport.of(model);
    }

    @Override
    public void close() {
        folder.close();
    }
}
