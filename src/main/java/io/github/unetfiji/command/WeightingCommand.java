package io.github.unetfiji.command;

import io.github.unetfiji.dataset.LabelKind;
import io.github.unetfiji.weights.WeightMapSettings;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** What the commands share that weigh pixels by their labels. */
abstract class WeightingCommand extends UNetCommand {

    private static final String GROUP = "group:Labels and weights";

    @Parameter(
            label = "Values of labels are",
            description =
                    "What a value other than 0, the background, means: one cell, or a class. For label"
                            + " images; the names of ROIs tell by themselves.",
            choices = {"instances", "classes"},
            attrs = @Attr(name = ChoiceWords.WORDS, value = ChoiceWords.LABELS),
            style = GROUP,
            persist = false)
    private String kind = "instances";

    @Parameter(
            label = "Balance of the classes (0..1)",
            description = "1: every class counts the same; 0: every pixel counts the same.",
            min = "0",
            max = "1",
            style = GROUP,
            persist = false)
    private double balance = 1;

    @Parameter(
            label = "Border weight w0",
            description = "Weight of the narrow background between two cells (eq. 2); 0 = none.",
            min = "0",
            style = GROUP,
            persist = false)
    private double border = 10;

    @Parameter(
            label = "Border width σ (px)",
            description = "How far from two cells the border weight reaches (sigma of eq. 2).",
            style = GROUP,
            persist = false)
    private double sigma = 5;

    final LabelKind kind() {
        return LabelKind.of(kind);
    }

    final double balance() {
        return balance;
    }

    /** Takes the weights that these settings say. */
    final WeightMapSettings weights(final WeightMapSettings.Builder builder) {
        return builder.optBorder(border).optSigma(sigma).build();
    }
}
