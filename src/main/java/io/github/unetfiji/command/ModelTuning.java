package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.training.LabelKind;
import io.github.unetfiji.tuning.Example;
import io.github.unetfiji.tuning.Tuning;
import io.github.unetfiji.tuning.TuningResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tunes a model file on predictions with their truths. */
final class ModelTuning {

    private ModelTuning() {}

    /**
     * Writes what fits best into the model.
     *
     * @param pairs probabilities, one channel a class, and labels: cells for a model of two classes, otherwise the value is
     *     the class
     * @return what was chosen, in a sentence
     * @throws UNetException if the truth has no object
     */
    static String of(final Path file, final List<ImagePair> pairs, final Progress progress) {
        final UNetModel model = ModelPackage.read(file);
        final int classes = model.classes().size();
        final List<Example> examples = new ArrayList<>();
        for (final ImagePair pair : pairs) {
            final ImagePlus probabilities = pair.prediction().get();
            final ImagePlusLabels truth = ImagePlusLabels.of(pair.truth().get());
            for (final int slice : Tuning.enough(truth.slices(), pixels(truth) * pairs.size())) {
                examples.add(
                        new Example(
                                        planes(probabilities, slice, classes),
                                        classes(truth.slice(slice), classes))
                                .middle());
            }
        }
        final TuningResult result =
                Tuning.of(examples, classes, progress)
                        .orElseThrow(
                                () ->
                                        new UNetException(
                                                "The model cannot be tuned: no slice of the truth"
                                                        + " has a cell."));
        final Map<String, Object> tuning = new LinkedHashMap<>();
        tuning.put("images", pairs.stream().map(ImagePair::name).toList());
        tuning.put("slices", examples.size());
        tuning.putAll(result.toMap());
        ModelPackage.write(model.with("tuning", tuning).with(result.best()), file);
        return "The model "
                + file
                + " is tuned to "
                + result.best()
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

    private static long pixels(final ImagePlusLabels truth) {
        return (long) truth.width() * truth.height();
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
        if (classes > 2) {
            return labels;
        }
        final int[] cells =
                SeparationBorder.of(labels, LabelKind.SEPARATION).labels().labels().clone();
        for (int i = 0; i < cells.length; i++) {
            cells[i] = Math.min(cells[i], 1);
        }
        return LabelMap.of(cells, labels.width(), labels.height());
    }
}
