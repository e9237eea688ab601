package io.github.unetfiji.ui;

import ij.ImagePlus;
import io.github.unetfiji.augment.PatchShape.PatchRegion;
import io.github.unetfiji.ij.ImageContent;
import io.github.unetfiji.ij.SampleImage;
import io.github.unetfiji.training.AugmentationPreview;
import java.awt.Rectangle;

/** Augmented samples as an image. */
public final class SamplesPicture {

    private SamplesPicture() {}

    public static ImagePlus of(final AugmentationPreview preview, final String title) {
        final PatchRegion output = preview.output();
        return ImageContent.ILLUSTRATION.mark(
                SampleImage.of(
                        preview,
                        new Rectangle(output.left(), output.top(), output.width(), output.height()),
                        title));
    }
}
