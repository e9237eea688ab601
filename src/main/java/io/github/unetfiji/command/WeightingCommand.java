package io.github.unetfiji.command;

import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.List;
import org.scijava.plugin.Parameter;

/** What the commands share that weigh pixels by their labels. */
@SuppressWarnings("unused") // NB: the fields are read by their names.
abstract class WeightingCommand extends UNetCommand {

    private static final String GROUP = "group:Labels and weights";

    @Parameter(
            label = "Values of labels are",
            description =
                    "What a value other than 0, the background, means: one cell, or a class. For label"
                            + " images; the names of ROIs tell by themselves.",
            style = GROUP,
            persist = false)
    private String kind = TrainingKeys.KIND.initialWord();

    @Parameter(
            label = "Balance of the classes (0..1)",
            description = "1: every class counts the same; 0: every pixel counts the same.",
            style = GROUP,
            persist = false)
    private double balance = TrainingKeys.BALANCE.initial();

    @Parameter(
            label = "Border weight w0",
            description = "Weight of the narrow background between two cells (eq. 2); 0 = none.",
            style = GROUP,
            persist = false)
    private double border = WeightMapSettings.BORDER.initial();

    @Parameter(
            label = "Border width σ (px)",
            description = "How far from two cells the border weight reaches (sigma of eq. 2).",
            style = GROUP,
            persist = false)
    private double sigma = WeightMapSettings.SIGMA.initial();

    @Override
    List<Setting<?>> declared() {
        return TrainingKeys.ALL;
    }
}
