package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.plugin.frame.RoiManager;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.AnnotationSource;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.roi.OpenRois;
import io.github.unetfiji.ij.roi.RoiAnnotations;
import io.github.unetfiji.setting.Setting;
import java.awt.GraphicsEnvironment;

/** The keys {@code labels} and {@code rois} of the commands that learn from an open image. */
final class AnnotationChoice {

    static final String NONE = "none";
    static final String MANAGER = "manager";
    static final String OVERLAY = "overlay";

    /** Where outlines are drawn, or are to be added. */
    static final Setting<String> ROIS =
            Setting.word("rois", NONE, MANAGER, OVERLAY)
                    .shown(MANAGER, "ROI Manager")
                    .shown(OVERLAY, "overlay of the image");

    private AnnotationChoice() {}

    /**
     * An image with its annotations: exactly one of the two keys must be given.
     *
     * @param slices of the image
     * @param labels a label image, or null
     * @param rois where the ROIs are
     * @throws UNetException if none or both were given, or if they do not fit the image
     */
    static AnnotatedImage of(
            final ImagePlus image,
            final ImagePlusSlices slices,
            final ImagePlus labels,
            final String rois) {
        final boolean drawn = !NONE.equals(rois);
        if (drawn == (labels != null)) {
            throw new UNetException(
                    drawn
                            ? "Annotations are given twice: leave out \"labels\" or \"rois\"."
                            : "Annotations are missing: give \"labels\" (a label image) or \"rois\""
                                    + " (manager or overlay).");
        }
        return new AnnotatedImage(
                image.getTitle(), slices, drawn ? rois(image, rois) : ImagePlusLabels.of(labels));
    }

    /** Where the user has drawn ROIs: {@link #MANAGER}, {@link #OVERLAY} or {@link #NONE}; without a display always {@link #NONE}. */
    static String found(final ImagePlus image) {
        if (GraphicsEnvironment.isHeadless()) {
            return NONE;
        }
        final RoiManager manager = RoiManager.getInstance2();
        if (manager != null && manager.getCount() > 0) {
            return MANAGER;
        }
        return image != null && image.getOverlay() != null && image.getOverlay().size() > 0
                ? OVERLAY
                : NONE;
    }

    private static AnnotationSource rois(final ImagePlus image, final String rois) {
        return RoiAnnotations.of(
                image, MANAGER.equals(rois) ? OpenRois.ofManager() : OpenRois.ofOverlay(image));
    }
}
