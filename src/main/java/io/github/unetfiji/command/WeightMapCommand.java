package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusLabels;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.training.LabelKind;
import io.github.unetfiji.training.WeightMaps;
import io.github.unetfiji.weights.WeightMapSettings;
import io.github.unetfiji.weights.WeightScheme;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the weight map that training computes from a label image. */
@Plugin(type = Command.class, label = "U-Net Weight Map...")
public final class WeightMapCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Label image",
            description = "0 is background; every other value a cell or a class.",
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Kind of labels",
            description =
                    "instances: 0 is background, every other value a cell. classes: the value is the"
                            + " class.",
            choices = {"instances", "classes"},
            persist = false)
    private String kind = "instances";

    @Parameter(
            label = "Scheme",
            description =
                    "ronneberger2015: eq. 2 of the paper. falk2019: that of the earlier U-Net plugin,"
                            + " whose authors use border=50 sigma=6.",
            choices = {"ronneberger2015", "falk2019"},
            persist = false)
    private String scheme = "ronneberger2015";

    @Parameter(
            label = "Border weight w0",
            description = "Weight of the narrow background between two cells (eq. 2); 0 = none.",
            min = "0",
            persist = false)
    private double border = 10;

    @Parameter(
            label = "Border width sigma (px)",
            description = "How far from two cells the border weight reaches (eq. 2).",
            persist = false)
    private double sigma = 5;

    @Parameter(
            label = "Balance of the classes (0..1)",
            description = "1: every class counts the same; 0: every pixel counts the same.",
            min = "0",
            max = "1",
            persist = false)
    private double balance = 1;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus weights;

    @Override
    public void run() {
        final WeightMapSettings settings =
                WeightMapSettings.builder(WeightScheme.of(scheme))
                        .optBorder(border)
                        .optSigma(sigma)
                        .build();
        weights =
                ResultImage.heat(
                        WeightMaps.planes(
                                ImagePlusLabels.of(image), LabelKind.of(kind), balance, settings),
                        image,
                        image.getTitle() + "-weights",
                        CommandProgress.of(status, this));
    }
}
