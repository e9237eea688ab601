package io.github.unetfiji.command;

import ij.ImagePlus;
import java.util.function.Supplier;

/**
 * A prediction and its truth.
 *
 * @param name of the prediction
 * @param prediction gives the image, opened anew if it is a file
 * @param truth likewise
 */
record ImagePair(String name, Supplier<ImagePlus> prediction, Supplier<ImagePlus> truth) {}
