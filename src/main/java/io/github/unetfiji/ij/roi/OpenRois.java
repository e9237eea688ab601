package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.plugin.frame.RoiManager;
import io.github.unetfiji.UNetException;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.List;

/**
 * Takes ROIs from the ROI Manager or an overlay, and adds ROIs to them. What is read are copies, so that the manager and the
 * overlay stay as they are. What is added comes after what is there.
 */
public final class OpenRois {

    private OpenRois() {}

    /**
     * The ROIs of the ROI Manager, or in a macro in batch mode those of its own.
     *
     * @return at least one
     * @throws UNetException if there is none, or no display: without one ImageJ has no ROI Manager
     */
    public static List<Roi> ofManager() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UNetException(
                    "The ROI Manager needs a display: use the ROIs of an overlay, or a ROI set with"
                            + " U-Net Train Files.");
        }
        final RoiManager manager = RoiManager.getInstance2();
        if (manager == null || manager.getCount() == 0) {
            throw new UNetException(
                    "The ROI Manager holds no ROI: outline the cells and add each with Add [t].");
        }
        return copies(manager.getRoisAsArray());
    }

    /**
     * The ROIs of the overlay of an image.
     *
     * @return at least one
     * @throws UNetException if there is none
     */
    public static List<Roi> ofOverlay(final ImagePlus image) {
        final Overlay overlay = image.getOverlay();
        if (overlay == null || overlay.size() == 0) {
            throw new UNetException(
                    "The image '"
                            + image.getTitle()
                            + "' has no overlay: outline the cells and add each with Image > Overlay"
                            + " > Add Selection [b].");
        }
        return copies(overlay.toArray());
    }

    /**
     * Adds ROIs to the ROI Manager, which is opened if need be; in a macro in batch mode to its own.
     *
     * @throws UNetException if there is no display
     */
    public static void addToManager(final List<Roi> rois) {
        checkManager();
        final RoiManager open = RoiManager.getInstance2();
        final RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
        // NB: addRoi would give ROIs the width and colour of the last one that was drawn, and
        // record each.
        rois.forEach(roi -> manager.add(roi, -1));
    }

    /**
     * Checks before long work that there can be a ROI Manager.
     *
     * @throws UNetException if there is no display
     */
    public static void checkManager() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UNetException(
                    "The ROI Manager needs a display: use an overlay or a ROI set instead.");
        }
    }

    /** Adds ROIs to the overlay of an image. */
    public static void addToOverlay(final List<Roi> rois, final ImagePlus image) {
        final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        rois.forEach(overlay::add);
        image.setOverlay(overlay);
    }

    private static List<Roi> copies(final Roi[] rois) {
        return Arrays.stream(rois).map(roi -> (Roi) roi.clone()).toList();
    }
}
