package io.github.unetfiji.ui;

import ij.ImagePlus;
import io.github.unetfiji.augment.PatchRegion;
import io.github.unetfiji.ij.ImageLook;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.training.AugmentationPreview;
import java.awt.Rectangle;

/** Shows augmented patches as an image: one patch a slice, with a dashed frame around the part that the network is trained on. */
public final class SamplesPicture {

    private SamplesPicture() {}

    public static ImagePlus of(final AugmentationPreview preview, final String title) {
        final PatchRegion output = preview.output();
        return ImageLook.ILLUSTRATION.mark(
                ResultImage.samples(
                        preview,
                        new Rectangle(output.left(), output.top(), output.width(), output.height()),
                        title));
    }
}
