package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.training.AnnotatedImage;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on the active image and its label image. */
@Plugin(type = Command.class, label = "U-Net Train...")
public final class TrainCommand extends TrainingCommand {

    @Parameter(
            label = "Image",
            description = "The image to learn from: all its slices.",
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Labels",
            description = "A label image of the same size and number of slices.",
            persist = false)
    private ImagePlus labels;

    @Override
    List<AnnotatedImage> data() {
        return List.of(
                new AnnotatedImage(
                        image.getTitle(), ImagePlusSlices.of(image), ImagePlusLabels.of(labels)));
    }
}
