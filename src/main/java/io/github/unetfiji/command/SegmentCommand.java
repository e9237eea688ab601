package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.unetfiji.batch.ImageSegmenter;
import io.github.unetfiji.batch.ObjectPlanes;
import io.github.unetfiji.batch.OutputImage;
import io.github.unetfiji.ij.ImageContent;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.roi.OpenRois;
import io.github.unetfiji.ij.roi.RoiSelection;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.stack.Selection;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments the active image with a trained model. */
@Plugin(
        type = Command.class,
        label = "U-Net Segment...",
        description =
                "Gives the objects, classes or probabilities that a trained model sees in "
                        + "the image.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Open sample-data/phantom.tif, choose the model "
                                    + "sample-data/phantom-unet.zip, leave all else, and press OK: the cells, "
                                    + "their outlines over the image, and a table of their areas."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Segment...\", \"model=sample-data/phantom-unet.zip "
                                    + "output=instances rois=overlay measure\");")
        })
public final class SegmentCommand extends SegmentationCommand {

    @Parameter(
            label = "Image",
            description =
                    "The image to segment: every slice and frame of it, within the selection if there is one.",
            persist = false)
    private ImagePlus image;

    @Parameter(
            label = "Outlines of the objects",
            description =
                    "Added to the ROI Manager, or to the overlay of the image that is segmented.",
            style = OBJECTS,
            attrs = @Attr(name = InputDeclaration.PROPOSED, value = AnnotationChoice.OVERLAY),
            persist = false)
    private String rois = AnnotationChoice.ROIS.initial();

    @Parameter(
            label = "Measure objects",
            description = "A table of areas and centroids, in the units of the image.",
            style = OBJECTS,
            attrs = @Attr(name = InputDeclaration.PROPOSED, value = "true"),
            persist = false)
    private boolean measure;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus result;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable table;

    @Override
    List<Setting<?>> declared() {
        return with(super.declared(), AnnotationChoice.ROIS);
    }

    @Override
    void execute() {
        checkAveraging();
        final OutputKind kind = kind();
        final boolean outlined = !AnnotationChoice.NONE.equals(rois);
        kind.checkObjects(outlined, "Outlines need");
        kind.checkObjects(measure, "Measuring needs");
        if (AnnotationChoice.MANAGER.equals(rois)) {
            OpenRois.checkManager();
        }
        try (ImageSegmenter segmenter = segmenter(options())) {
            final OutputImage output = new OutputImage(kind, image, segmenter.names(kind));
            output.checkMemory(segmenter.factor());
            segmenter.tellTuning(kind);
            show(output, segmenter.segment(image, selection(), progress(), progress()), outlined);
        }
        ImageContent.PREDICTION.mark(result);
    }

    private void show(
            final OutputImage output, final Segmentation segmentation, final boolean outlined) {
        final String title = image.getTitle() + "-" + output.kind().key();
        if (output.kind() == OutputKind.INSTANCES) {
            try (ObjectPlanes objects =
                    new ObjectPlanes(segmentation, image, output.names(), outlined)) {
                result = ResultImage.labels(objects, image, title);
                table = measure ? objects.table() : null;
                show(objects.rois());
            }
            return;
        }
        try (PlaneStream planes = output.stream(segmentation)) {
            result = output.of(planes, title);
        }
    }

    private void show(final List<Roi> outlines) {
        if (AnnotationChoice.MANAGER.equals(rois)) {
            OpenRois.addToManager(outlines);
        } else if (AnnotationChoice.OVERLAY.equals(rois)) {
            OpenRois.addToOverlay(outlines, image);
        }
    }

    @Override
    void proposeOutlinesAndTable(final boolean objects) {
        rois = objects ? AnnotationChoice.OVERLAY : AnnotationChoice.NONE;
        measure = objects;
    }

    @Override
    Optional<ImagePlus> example() {
        return Optional.ofNullable(image);
    }

    private Optional<Selection> selection() {
        final Optional<Selection> selection = RoiSelection.of(image);
        if (selection.isPresent()) {
            IJ.log("Selection: only " + selection.get() + " is segmented, the rest is background.");
        } else if (image.getRoi() != null) {
            IJ.log("Selection: it has no area, so the whole image is segmented.");
        }
        return selection;
    }
}
