package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.SampleImage;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.training.AugmentationPreview;
import io.github.unetfiji.ui.TrainingLog;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Shows the patches that training would see: deformed images with their labels and weights. */
@Plugin(
        type = Command.class,
        label = "U-Net Augment...",
        description = "Shows the deformed patches that a training sees.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Open sample-data/phantom.tif and sample-data/phantom-labels.tif, choose "
                                    + "both, and press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Augment...\", \"image=phantom.tif labels=phantom-labels.tif "
                                    + "samples=10\");")
        })
public final class AugmentCommand extends AugmentingCommand {

    @Parameter private StatusService status;

    @Parameter(label = "Image", persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Labels",
            description =
                    "A label image of the same size and number of slices; none if there are ROIs.",
            required = false,
            style = "labels",
            persist = false)
    private ImagePlus labels;

    @Parameter(
            label = "ROIs",
            description =
                    "Cells outlined in the ROI Manager or in the overlay, named by their class;"
                            + " none if there is a label image.",
            persist = false)
    private String rois = AnnotationChoice.ROIS.initial();

    @Parameter(label = "Samples", persist = false)
    private int samples = AugmentationPreview.SAMPLES.initial();

    @Parameter(
            label = "Grid (px, 0 = none)",
            description = "Draws a regular grid on the image before it is deformed.",
            persist = false)
    private int grid = AugmentationPreview.GRID.initial();

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus patches;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    @Override
    List<Setting<?>> declared() {
        return with(
                super.declared(),
                AnnotationChoice.ROIS,
                AugmentationPreview.SAMPLES,
                AugmentationPreview.GRID);
    }

    @Override
    void execute() {
        final AnnotatedImage annotated =
                AnnotationChoice.of(image, ImagePlusSlices.of(image), labels, rois);
        final AugmentationPreview preview =
                AugmentationPreview.of(
                        annotated,
                        settings().build(),
                        samples,
                        grid,
                        new TrainingLog(),
                        CommandProgress.of(status, this));
        patches = SampleImage.of(preview, image.getTitle() + "-augmented");
        summary =
                String.format(
                        Locale.ROOT,
                        "%d of %d samples have a deformation that folds the image; the smallest"
                                + " Jacobian determinant is %.2f.",
                        preview.folded(),
                        samples,
                        preview.leastDeterminant());
    }
}
