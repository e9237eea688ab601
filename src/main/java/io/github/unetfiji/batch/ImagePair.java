package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.CellMask;
import io.github.unetfiji.ij.ChosenChannels;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.segment.Segmenter;
import java.util.List;
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
     * Reads pairs as the model means them. For the classes of a model that knows cell and background only, every cell of the truth is
     * class 1. Of the probabilities of a package of another program, the channels are taken that tell cells.
     *
     * @param model that makes the predictions; asked for once, and not for instances
     * @throws UNetException if the model gives no probability of a cell, and the predictions are probabilities
     */
    static UnaryOperator<ImagePair> asMeantBy(
            final PredictionKind kind, final Supplier<SegmentationModel> model) {
        return switch (kind) {
            case CLASSES ->
                    Segmenter.classesOf(model.get()).size() == 2
                            ? ImagePair::withCellsAsClassOne
                            : UnaryOperator.identity();
            case PROBABILITIES -> withChannels(CellChannels.of(model.get()));
            case INSTANCES -> UnaryOperator.identity();
        };
    }

    private static UnaryOperator<ImagePair> withChannels(final List<Integer> channels) {
        return channels.isEmpty()
                ? UnaryOperator.identity()
                : pair ->
                        new ImagePair(
                                pair.name,
                                () -> ChosenChannels.of(pair.prediction.get(), channels),
                                pair.truth,
                                pair.image,
                                pair.number);
    }

    private ImagePair withCellsAsClassOne() {
        return new ImagePair(name, prediction, () -> CellMask.of(truth.get()), image, number);
    }
}
