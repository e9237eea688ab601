package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.CellMask;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.segment.Segmenter;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A prediction and its truth. Images are opened when they are needed, one pair at a time, so that any number of files can be
 * evaluated in the memory of one.
 *
 * @param name of the prediction
 * @param prediction opens the prediction; a file is opened anew at each call
 * @param truth opens the label image, likewise
 * @param image opens the image that the prediction was made of; empty if it is not known. It has the same slices
 * @param number the number by which people call a slice of the image; its argument is the index of the slice, from 0
 */
public record ImagePair(
        String name,
        Supplier<ImagePlus> prediction,
        Supplier<ImagePlus> truth,
        Optional<Supplier<ImagePlus>> image,
        IntUnaryOperator number) {

    /** A prediction whose image is not known; its slices are called 1, 2 and so on. */
    public ImagePair(
            final String name,
            final Supplier<ImagePlus> prediction,
            final Supplier<ImagePlus> truth) {
        this(name, prediction, truth, Optional.empty(), slice -> slice + 1);
    }

    /** A prediction and its truth in files. */
    public static ImagePair of(final FilePair files) {
        return new ImagePair(
                files.first().getFileName().toString(),
                () -> ImageFiles.open(files.first()),
                () -> ImageFiles.open(files.second()));
    }

    /**
     * Reads the truth of pairs as the model was trained on it: for the classes of a model that knows cell and background only,
     * every cell of the truth is class 1.
     *
     * @param model that makes the predictions; asked for once, and only if the predictions are classes
     */
    static UnaryOperator<ImagePair> asTruthOf(
            final PredictionKind kind, final Supplier<SegmentationModel> model) {
        final boolean oneClass =
                kind == PredictionKind.CLASSES && Segmenter.classesOf(model.get()).size() == 2;
        return oneClass ? ImagePair::withCellsAsClassOne : UnaryOperator.identity();
    }

    private ImagePair withCellsAsClassOne() {
        return new ImagePair(name, prediction, () -> CellMask.of(truth.get()), image, number);
    }
}
