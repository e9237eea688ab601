package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.setting.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Trains a model on the active image and its label image or ROIs. */
@Plugin(
        type = Command.class,
        label = "U-Net Train...",
        description =
                "Learns from the active image and what is drawn or labelled in it, and "
                        + "writes a model.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Open sample-data/phantom.tif and sample-data/phantom-labels.tif, choose "
                                    + "both, name the model file cells.zip, take the preset quick look, and "
                                    + "press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Train...\", \"image=phantom.tif labels=phantom-labels.tif "
                                    + "model=cells.zip features=16 iterations=300 minutes=10 rate=0.001\");")
        })
public final class TrainCommand extends TrainingCommand {

    @Parameter(
            label = "Image",
            description = "The image to learn from: all its slices.",
            persist = false)
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
            initializer = "findRois",
            persist = false)
    private String rois = AnnotationChoice.ROIS.initial();

    /** Called before the dialog opens: what was drawn is probably meant. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void findRois() {
        if (labels == null && AnnotationChoice.NONE.equals(rois)) {
            rois = AnnotationChoice.found(image);
        }
    }

    @Override
    List<Setting<?>> declared() {
        return with(super.declared(), AnnotationChoice.ROIS);
    }

    @Override
    Optional<ImagePlus> example() {
        return Optional.ofNullable(image);
    }

    @Override
    List<AnnotatedImage> data(final Function<ImagePlus, ImagePlusSlices> slices) {
        return List.of(AnnotationChoice.of(image, slices.apply(image), labels, rois));
    }
}
