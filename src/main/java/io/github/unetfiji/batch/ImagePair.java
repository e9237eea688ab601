package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.ij.ImageFiles;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A prediction and its truth.
 *
 * @param name of the prediction
 * @param prediction gives the image, opened anew if it is a file
 * @param truth likewise
 * @param image what was predicted on, if it is at hand; with the same slices
 * @param number of a slice, which is counted from 0, as people count it in the image
 */
public record ImagePair(
        String name,
        Supplier<ImagePlus> prediction,
        Supplier<ImagePlus> truth,
        Optional<Supplier<ImagePlus>> image,
        IntUnaryOperator number) {

    /** All slices of a prediction whose image is not at hand. */
    public ImagePair(
            final String name,
            final Supplier<ImagePlus> prediction,
            final Supplier<ImagePlus> truth) {
        this(name, prediction, truth, Optional.empty(), slice -> slice + 1);
    }

    /** The same with its truth read in another way. */
    public ImagePair withTruth(final UnaryOperator<ImagePlus> reading) {
        return new ImagePair(name, prediction, () -> reading.apply(truth.get()), image, number);
    }

    /** All slices of a prediction and its truth in files, which are opened when they are asked for. */
    public static ImagePair of(final FilePair files) {
        return new ImagePair(
                files.first().getFileName().toString(),
                () -> ImageFiles.open(files.first()),
                () -> ImageFiles.open(files.second()));
    }
}
