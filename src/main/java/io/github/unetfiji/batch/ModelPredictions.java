package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.ij.ChosenSlices;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.stack.SliceNumbers;
import io.github.unetfiji.stack.SliceSequence;
import java.awt.Dimension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Predictions that a model makes of images with truth, so that the model can be evaluated.
 *
 * <pre>{@code
 * List<FilePair> files = FilePair.of(
 *         new FilePair.Group("image", images, ImageFiles.list(images.toPath())),
 *         new FilePair.Group("label", labels, ImageFiles.list(labels.toPath())));
 * try (EvaluatedImages predictions =
 *         ModelPredictions.of(Path.of("cells.zip"), PredictionKind.CLASSES, files)
 *                 .optSlices("19-20")
 *                 .make(progress, System.out::println, FolderRun.SILENT)) {
 *     ComparisonResult result =
 *             Comparison.allOf(PredictionKind.CLASSES).compare(predictions, progress, System.out::println);
 * }
 * }</pre>
 *
 * <p>They lie in a folder of temporary files, which is removed when this is closed.
 */
public final class ModelPredictions implements EvaluatedImages {

    private final Path file;
    private final SegmentationOptions options;
    private final PredictionKind kind;
    private final String slices;
    private final TemporaryFolder folder;
    private final List<ImagePair> pairs = new ArrayList<>();
    private final List<FilePair> used = new ArrayList<>();
    private SegmentationModel model;

    private ModelPredictions(
            final Builder builder, final SegmentationModel model, final TemporaryFolder folder) {
        file = builder.file;
        options = builder.options;
        kind = builder.kind;
        slices = builder.slices;
        this.folder = folder;
        this.model = model;
    }

    /**
     * Predictions of all slices, by a model that is not tuned first.
     *
     * @param file of the model
     * @param kind of prediction
     * @param files images and labels
     */
    public static Builder of(
            final Path file, final PredictionKind kind, final List<FilePair> files) {
        return new Builder(file, kind, files);
    }

    /** Says which slices are predicted, and whether the model is tuned on them; then makes the predictions. */
    public static final class Builder {

        private final Path file;
        private final PredictionKind kind;
        private final List<FilePair> files;
        private SegmentationOptions options = SegmentationOptions.DEFAULT;
        private String slices = "";
        private boolean tune;
        private boolean trust;

        private Builder(final Path file, final PredictionKind kind, final List<FilePair> files) {
            this.file = file;
            this.kind = kind;
            this.files = List.copyOf(files);
        }

        /** How the images are segmented; default as the dialog does. */
        public Builder optOptions(final SegmentationOptions value) {
            options = value;
            return this;
        }

        /** Whether a package of another program is used that does not reproduce its own test output; default not. */
        public Builder optTrust(final boolean value) {
            trust = value;
            return this;
        }

        /** The slices that are evaluated, such as {@code 19-20} or {@code 3,7}, counted through all files from 1; empty = all. */
        public Builder optSlices(final String numbers) {
            slices = numbers;
            return this;
        }

        /**
         * Tunes the model on these slices, and writes the chosen thresholds and splitting into its file; default off. Needs probabilities,
         * and a model of this program.
         */
        public Builder optTune(final boolean wanted) {
            tune = wanted;
            return this;
        }

        /**
         * Segments the images, all of their slices, and tunes the model if that is asked for.
         *
         * @param messages takes sentences for the user about the test of a package and about the tuning
         * @param listener told of each image that cannot be segmented
         * @throws UNetException if there are no such slices, or an image cannot be segmented; nothing is left behind
         */
        public ModelPredictions make(
                final Progress progress,
                final Consumer<String> messages,
                final FolderRun.FailureListener listener) {
            final SegmentationModel model =
                    ModelFile.of(file)
                            .optTrust(trust)
                            .optProgress(progress)
                            .optMessages(messages)
                            .read();
            final ModelPredictions predictions =
                    new ModelPredictions(this, model, TemporaryFolder.make("unet-evaluation"));
            boolean whole = false;
            try {
                predictions.choose(files);
                if (tune) {
                    ModelTuning.check(ours(model), options.scaling(), predictions.used);
                }
                predictions.segment(progress, listener);
                if (tune) {
                    predictions.tune(progress, messages);
                }
                whole = true;
                return predictions;
            } finally {
                if (!whole) {
                    predictions.close();
                }
            }
        }
    }

    private Path target(final int index) {
        return folder.path().resolve(index + "-" + kind.key() + ".tif");
    }

    /** Finds the slices of each file that are evaluated. */
    private void choose(final List<FilePair> files) {
        final SliceSequence all =
                SliceSequence.of(files, pair -> count(ImageFiles.open(pair.first())));
        final Collection<SliceSequence.Position> chosen =
                slices.isBlank()
                        ? all
                        : SliceNumbers.parse(
                                        slices,
                                        "slices",
                                        "empty or slices such as 19-20 or 3,7",
                                        all.size())
                                .stream()
                                .map(all::get)
                                .toList();
        for (int i = 0; i < files.size(); i++) {
            final int file = i;
            final List<Integer> own =
                    chosen.stream()
                            .filter(position -> position.image() == file)
                            .map(SliceSequence.Position::slice)
                            .toList();
            if (!own.isEmpty()) {
                add(files.get(i), own);
            }
        }
    }

    private void add(final FilePair files, final List<Integer> own) {
        final Path prediction = target(pairs.size());
        final Dimension size = files.checkSameShape();
        PairedStacks.checkMemory(size.width, size.height);
        used.add(files);
        final ImagePair pair =
                new ImagePair(
                        files.first().getFileName().toString(),
                        () -> chosen(ImageFiles.open(prediction), own),
                        () -> chosen(ImageFiles.open(files.second()), own),
                        Optional.of(() -> chosen(ImageFiles.open(files.first()), own)),
                        slice -> own.get(slice) + 1);
        pairs.add(ImagePair.asMeantBy(kind, () -> model).apply(pair));
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
                        () -> ImageSegmenter.open(model, options, progress),
                        progress,
                        listener);
    }

    private void tune(final Progress progress, final Consumer<String> messages) {
        final UNetModel tuned = ModelTuning.of(ours(model), pairs, progress);
        model = tuned;
        ModelPackage.write(tuned, file);
        messages.accept(ModelTuning.sentence(tuned, file));
    }

    private static UNetModel ours(final SegmentationModel model) {
        if (model instanceof UNetModel unet) {
            return unet;
        }
        throw new UNetException(
                "tune was given, but the model '"
                        + model.name()
                        + "' is one of another program, whose file has no place for what is tuned.");
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
        return model instanceof UNetModel unet ? ModelReport.of(unet) : foreign();
    }

    /** NB: as many lines as a reader of a report wants. */
    private String foreign() {
        final PackageDescription description = ((ImportedModel) model).description();
        return String.join(
                "\n",
                "model: " + model.name(),
                "format: BioImage.IO " + description.formatVersion(),
                "channels: " + String.join(", ", model.outputs()),
                "test: " + ((ImportedModel) model).proof().sentence());
    }

    @Override
    public void close() {
        folder.close();
    }
}
