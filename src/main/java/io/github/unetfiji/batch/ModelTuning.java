package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusPixels;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.Scaling;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSequence;
import io.github.unetfiji.tuning.Tuning;
import io.github.unetfiji.tuning.TuningExample;
import io.github.unetfiji.tuning.TuningResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Chooses the thresholds and the splitting of objects of a model by its predictions and their truths. */
final class ModelTuning {

    private static final int MOST_NAMES = 5;
    private static final String TUNING = "tuning";

    private ModelTuning() {}

    /**
     * The model with the postprocessing that fits best.
     *
     * @param pairs probabilities, one channel a class, and labels: cells for a model of two classes, otherwise the value is
     *     the class
     * @throws UNetException if the truth has no object
     */
    static UNetModel of(
            final UNetModel model, final List<ImagePair> pairs, final Progress progress) {
        final int classes = model.classes().size();
        final List<TuningExample> examples = examples(pairs, classes);
        final TuningResult result =
                Tuning.of(examples, classes, progress)
                        .orElseThrow(
                                () ->
                                        new UNetException(
                                                "The model cannot be tuned: no slice of the truth"
                                                        + " has a cell."));
        final Map<String, Object> tuning = result.toMap(examples.size());
        tuning.put("images", names(pairs));
        return model.with(TUNING, tuning).with(result.best());
    }

    /** A sentence about the postprocessing of a model that was tuned. */
    static String sentence(final UNetModel model, final Path file) {
        final Map<?, ?> tuning = (Map<?, ?>) model.provenance().get(TUNING);
        return "The model "
                + file
                + " is tuned to "
                + model.postprocessing().orElseThrow()
                + ": on these slices mean IoU "
                + tuning.get("mean_iou")
                + " (before "
                + tuning.get("mean_iou_untuned")
                + "), average precision of objects "
                + tuning.get("object_average_precision")
                + " (before "
                + tuning.get("object_average_precision_untuned")
                + ").";
    }

    /**
     * Checks, before long work, that images have the model's pixel size, since lengths are tuned in px of the model, and that
     * labels are classes of the model.
     *
     * @param scaling whether images are resampled to the model's pixel size
     * @throws UNetException if not
     */
    static void check(final UNetModel model, final Scaling scaling, final List<FilePair> files) {
        for (final FilePair pair : files) {
            final ImagePlus image = ImageFiles.open(pair.first());
            final Optional<PixelSize> size = ImagePlusPixels.pixelSize(image);
            if (!Magnification.of(scaling, size, model.pixelSize()).isNone()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "tune needs images with the model's pixel size of %s, but %s has %s:"
                                        + " scale it, or use scale=off.",
                                model.pixelSize().orElseThrow(),
                                pair.first(),
                                size.orElseThrow()));
            }
            if (model.classes().size() > 2) {
                checkClasses(pair.second(), model.classes().size());
            }
        }
    }

    private static void checkClasses(final Path file, final int classes) {
        final ImagePlusLabels labels = ImagePlusLabels.of(ImageFiles.open(file));
        for (int slice = 0; slice < labels.slices(); slice++) {
            final int most = labels.slice(slice).maxId();
            if (most >= classes) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The labels %s have %d in slice %d, but the classes of the model are 0"
                                        + " to %d.",
                                file,
                                most,
                                slice + 1,
                                classes - 1));
            }
        }
    }

    private static List<TuningExample> examples(final List<ImagePair> pairs, final int classes) {
        final List<Integer> counts = new ArrayList<>();
        long pixels = 0;
        for (final ImagePair pair : pairs) {
            final ImagePlusLabels truth = ImagePlusLabels.of(pair.truth().get());
            counts.add(truth.slices());
            pixels += (long) truth.slices() * truth.width() * truth.height();
        }
        final SliceSequence slices = SliceSequence.of(counts);
        final List<SliceSequence.Position> chosen =
                Tuning.chosenSlices(slices.size(), pixels / slices.size()).stream()
                        .map(slices::get)
                        .toList();
        final List<TuningExample> examples = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            final int pair = i;
            examples.addAll(
                    examples(
                            pairs.get(pair),
                            chosen.stream()
                                    .filter(position -> position.image() == pair)
                                    .map(SliceSequence.Position::slice)
                                    .toList(),
                            classes));
        }
        return examples;
    }

    private static List<TuningExample> examples(
            final ImagePair pair, final List<Integer> slices, final int classes) {
        if (slices.isEmpty()) {
            return List.of();
        }
        final ImagePlus probabilities = pair.prediction().get();
        final ImagePlusLabels truth = ImagePlusLabels.of(pair.truth().get());
        return slices.stream()
                .map(
                        slice ->
                                new TuningExample(
                                                planes(probabilities, slice, classes),
                                                classes(truth.slice(slice), classes))
                                        .centre())
                .toList();
    }

    /** The first names, and how many more there are. */
    private static List<String> names(final List<ImagePair> pairs) {
        final List<String> names = new ArrayList<>();
        pairs.stream().limit(MOST_NAMES).map(ImagePair::name).forEach(names::add);
        if (pairs.size() > MOST_NAMES) {
            names.add("and " + (pairs.size() - MOST_NAMES) + " more");
        }
        return names;
    }

    private static float[] planes(final ImagePlus image, final int slice, final int classes) {
        final int size = image.getWidth() * image.getHeight();
        final float[] planes = new float[classes * size];
        for (int c = 0; c < classes; c++) {
            final float[] plane = (float[]) image.getStack().getPixels(slice * classes + c + 1);
            System.arraycopy(plane, 0, planes, c * size, size);
        }
        return planes;
    }

    private static LabelMap classes(final LabelMap labels, final int classes) {
        return classes > 2
                ? labels
                : SeparationBorder.of(labels, LabelKind.SEPARATION).labels().mask();
    }
}
