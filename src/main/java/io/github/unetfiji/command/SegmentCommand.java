package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.image.ImagePlusSlices;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.segment.Segmenter;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Segments the active image with a trained model. */
@Plugin(type = Command.class, label = "U-Net Segment...")
public final class SegmentCommand extends SegmentationCommand {

    @Parameter(
            label = "Image",
            description = "The image to segment: every slice and frame of it.",
            persist = false)
    private ImagePlus image;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus result;

    @Override
    public void run() {
        try (Segmenter segmenter = open()) {
            result =
                    ResultImage.of(
                            planes(segmenter, ImagePlusSlices.of(image)),
                            image,
                            image.getTitle() + "-" + kind().key(),
                            channelNames());
        }
    }
}
