package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.training.AnnotatedImage;
import io.github.unetfiji.training.AugmentationPreview;
import io.github.unetfiji.training.LabelKind;
import io.github.unetfiji.training.TrainingSettings;
import io.github.unetfiji.weights.WeightMapSettings;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the patches that training would see: deformed images with their labels and weights. */
@Plugin(type = Command.class, label = "U-Net Augment...")
public final class AugmentCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(label = "Image", persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Labels",
            description =
                    "A label image of the same size and number of slices; none if there are ROIs.",
            required = false,
            persist = false)
    private ImagePlus labels;

    @Parameter(
            label = "ROIs",
            description =
                    "Cells outlined in the ROI Manager or in the overlay, named by their class;"
                            + " none if there is a label image.",
            choices = {AnnotationChoice.NONE, AnnotationChoice.MANAGER, AnnotationChoice.OVERLAY},
            persist = false)
    private String rois = AnnotationChoice.NONE;

    @Parameter(
            label = "Kind of labels",
            description =
                    "instances: 0 is background, every other value a cell. classes: the value is the"
                            + " class.",
            choices = {"instances", "classes"},
            persist = false)
    private String kind = "instances";

    @Parameter(label = "Samples", min = "1", max = "10000", persist = false)
    private int samples = 10;

    @Parameter(
            label = "Patch (px, 0 = planned)",
            description = "Side of what the network sees at a time: 16k+12 px at depth 4.",
            min = "0",
            persist = false)
    private int patch;

    @Parameter(label = "Depth (max poolings)", min = "1", max = "8", persist = false)
    private int depth = 4;

    @Parameter(
            label = "Balance of the classes (0..1)",
            description = "1: every class counts the same; 0: every pixel counts the same.",
            min = "0",
            max = "1",
            persist = false)
    private double balance = 1;

    @Parameter(label = "Seed", persist = false)
    private long seed = 1;

    @Parameter(
            label = "Border weight w0",
            description = "Weight of the narrow background between two cells (eq. 2); 0 = none.",
            min = "0",
            persist = false)
    private double border = 10;

    @Parameter(label = "Border width sigma (px)", persist = false)
    private double sigma = 5;

    @Parameter(
            label = "Deformation (sd, px)",
            description = "Random displacement on a coarse 3x3 grid; 10 px in the paper, 0 = none.",
            min = "0",
            persist = false)
    private double deformation = 10;

    @Parameter(
            label = "Control points every (px, 0 = 3x3)",
            description = "For large patches, where a 3x3 grid deforms too gently.",
            min = "0",
            persist = false)
    private double spacing;

    @Parameter(label = "Largest rotation (degrees)", min = "0", max = "180", persist = false)
    private double rotation = 180;

    @Parameter(
            label = "Gray-value variation (0 = none)",
            description =
                    "Random contrast (1: up to 1.25 times), brightness and gamma-like curves.",
            min = "0",
            max = "4",
            persist = false)
    private double intensity = 0.25;

    @Parameter(label = "Flip at random", persist = false)
    private boolean flip = true;

    @Parameter(
            label = "Grid (px, 0 = none)",
            description = "Draws a regular grid on the image before it is deformed.",
            min = "0",
            persist = false)
    private int grid;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus patches;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    @Override
    public void run() {
        final AnnotatedImage annotated = AnnotationChoice.of(image, labels, rois);
        final AugmentationPreview preview =
                AugmentationPreview.of(
                        annotated, settings(), samples, grid, CommandProgress.of(status, this));
        patches = ResultImage.samples(preview, image.getTitle() + "-augmented");
        summary =
                String.format(
                        Locale.ROOT,
                        "%d of %d samples have a deformation that folds the image; the smallest"
                                + " Jacobian determinant is %.2f.",
                        preview.folded(),
                        samples,
                        preview.leastDeterminant());
    }

    private TrainingSettings settings() {
        return TrainingSettings.builder()
                .optKind(LabelKind.of(kind))
                .optPatch(patch)
                .optDepth(depth)
                .optBalance(balance)
                .optWeightMap(WeightMapSettings.builder().optBorder(border).optSigma(sigma).build())
                .optAugmentation(
                        AugmentationSettings.builder()
                                .optDeformation(deformation)
                                .optSpacing(spacing)
                                .optRotation(rotation)
                                .optFlip(flip)
                                .optIntensity(intensity)
                                .build())
                .optSeed(seed)
                .build();
    }
}
