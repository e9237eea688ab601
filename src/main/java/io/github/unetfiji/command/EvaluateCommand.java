package io.github.unetfiji.command;

import ij.ImagePlus;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares an open image with its truth. */
@Plugin(type = Command.class, label = "U-Net Evaluate...")
public final class EvaluateCommand extends EvaluationCommand {

    @Parameter(
            label = "Prediction",
            description = "Probabilities, classes or cells: what is evaluated, all its slices.",
            style = "active",
            persist = false)
    private ImagePlus prediction;

    @Parameter(
            label = "Truth",
            description = "A label image of the same size and number of slices; 0 is background.",
            persist = false)
    private ImagePlus truth;

    @Override
    List<ImagePair> pairs() {
        return List.of(new ImagePair(prediction.getTitle(), () -> prediction, () -> truth));
    }
}
