package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.Selection;
import java.util.Optional;

/** The area that a user selected in an ImageJ image. */
public final class RoiSelection {

    private RoiSelection() {}

    /**
     * The pixels of the selected area; empty if there is no selection, or one without an area, such as a line or points.
     *
     * @throws UNetException if it is an area that covers no pixel of the image
     */
    public static Optional<Selection> of(final ImagePlus image) {
        final Roi roi = image.getRoi();
        if (roi == null || !roi.isArea() || roi instanceof TextRoi || roi instanceof ImageRoi) {
            return Optional.empty();
        }
        final int[] pixels = new RoiPixels(image.getWidth(), image.getHeight()).of(roi);
        if (pixels.length == 0) {
            throw new UNetException(
                    "The selection covers no pixel of the image '"
                            + image.getTitle()
                            + "': draw it anew, or remove it with Edit > Selection > Select None.");
        }
        return Optional.of(Selection.of(image.getWidth(), pixels));
    }
}
