package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.image.Selection;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.Segmenter;
import java.util.List;
import java.util.Optional;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments the active image with a trained model. */
@Plugin(type = Command.class, label = "U-Net Segment...")
public final class SegmentCommand extends SegmentationCommand {

    @Parameter(
            label = "Image",
            description =
                    "The image to segment: every slice and frame of it, within the selection if there is one.",
            persist = false)
    private ImagePlus image;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus result;

    @Override
    public void run() {
        try (Segmenter segmenter = open();
                PlaneStream planes =
                        segmenter.segment(view(image, selection()), progress(), progress()).stream(
                                kind())) {
            result =
                    ResultImage.of(
                            planes,
                            image,
                            image.getTitle() + "-" + kind().key(),
                            kind() == OutputKind.PROBABILITIES ? segmenter.classes() : List.of());
        }
    }

    @Override
    Optional<ImagePlus> example() {
        return Optional.ofNullable(image);
    }

    private Optional<Selection> selection() {
        final Optional<Selection> selection = Selection.of(image);
        if (selection.isPresent()) {
            IJ.log("Selection: only " + selection.get() + " is segmented, the rest is background.");
        } else if (image.getRoi() != null) {
            IJ.log("Selection: it has no area, so the whole image is segmented.");
        }
        return selection;
    }
}
