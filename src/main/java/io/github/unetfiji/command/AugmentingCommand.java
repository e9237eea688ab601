package io.github.unetfiji.command;

import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.training.TrainingKeys;
import io.github.unetfiji.training.TrainingSettings;
import org.scijava.plugin.Parameter;

/** What the commands share that take augmented patches. */
@SuppressWarnings("unused") // NB: the fields are read by their names.
abstract class AugmentingCommand extends WeightingCommand {

    private static final String GROUP = "group:Patches and augmentation";

    @Parameter(
            label = "Background rim around ROIs (px, 0 = all)",
            description =
                    "Outlined only some of the cells? Then 10 px or so: only what is that near to an"
                            + " outlined cell counts as background, the rest is ignored. 0: all cells"
                            + " are outlined.",
            style = "after:rois,after:labels,group:Labels and weights",
            persist = false)
    private int rim = TrainingKeys.RIM.initial();

    @Parameter(
            label = "Patch (px, 0 = planned)",
            description =
                    "Side of what the network sees at a time: 16k+12 px at depth 4; 572 in the paper.",
            style = GROUP,
            persist = false)
    private int patch = TrainingKeys.PATCH.initial();

    @Parameter(
            label = "Focus (0..1)",
            description =
                    "Share of the patches whose centre is drawn by the pixels' weights, which favours"
                            + " rare classes and borders; the others lie anywhere.",
            style = GROUP,
            persist = false)
    private double focus = AugmentationSettings.FOCUS.initial();

    @Parameter(
            label = "Deformation (sd, px)",
            description = "Random displacement on a coarse 3x3 grid; 10 px in the paper, 0 = none.",
            style = GROUP,
            persist = false)
    private double deformation = AugmentationSettings.DEFORMATION.initial();

    @Parameter(
            label = "Control points every (px, 0 = 3x3)",
            description = "For large patches, where a 3x3 grid deforms too gently.",
            style = GROUP,
            persist = false)
    private double spacing = AugmentationSettings.SPACING.initial();

    @Parameter(
            label = "Largest rotation (degrees)",
            description = "180: every direction; 0: none, for optics with a direction such as DIC.",
            style = GROUP,
            persist = false)
    private double rotation = AugmentationSettings.ROTATION.initial();

    @Parameter(
            label = "Gray-value variation (0 = none)",
            description =
                    "Random contrast (1: up to 1.25 times), brightness and gamma-like curves.",
            style = GROUP,
            persist = false)
    private double intensity = AugmentationSettings.INTENSITY.initial();

    @Parameter(
            label = "Flip at random",
            description = "Mirrors patches along x and y at random; not for DIC.",
            style = GROUP,
            persist = false)
    private boolean flip = AugmentationSettings.FLIP.initial();

    @Parameter(
            label = "Depth (max poolings)",
            description = "4 in the paper; 3 sees less context, but allows smaller patches.",
            style = "group:Network",
            persist = false)
    private int depth = Architecture.DEPTH.initial();

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same patches and the same model.",
            style = "after:resume,group:Reproducing",
            persist = false)
    private long seed = TrainingKeys.SEED.initial();

    /** Settings with all that stands here; the rest has its defaults. */
    final TrainingSettings.Builder settings() {
        return TrainingSettings.builder().with(values());
    }
}
