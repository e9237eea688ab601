package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.training.WeightMaps;
import io.github.unetfiji.weights.WeightMapSettings;
import io.github.unetfiji.weights.WeightScheme;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the weight map that training computes from a label image. */
@Plugin(type = Command.class, label = "U-Net Weight Map...")
public final class WeightMapCommand extends WeightingCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Label image",
            description = "0 is background; every other value a cell or a class.",
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Scheme",
            description =
                    "ronneberger2015: eq. 2 of the paper. falk2019: that of the earlier U-Net plugin,"
                            + " whose authors use border=50 sigma=6.",
            choices = {"ronneberger2015", "falk2019"},
            persist = false)
    private String scheme = "ronneberger2015";

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus weights;

    @Override
    void execute() {
        final WeightMapSettings settings =
                weights(WeightMapSettings.builder(WeightScheme.of(scheme)));
        weights =
                ResultImage.heat(
                        WeightMaps.planes(ImagePlusLabels.of(image), kind(), balance(), settings),
                        image,
                        image.getTitle() + "-weights",
                        CommandProgress.of(status, this));
    }
}
