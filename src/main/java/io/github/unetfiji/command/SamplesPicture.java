package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.augment.PatchRegion;
import io.github.unetfiji.image.ImageLook;
import io.github.unetfiji.image.ResultImage;
import io.github.unetfiji.training.AugmentationPreview;
import java.awt.Rectangle;

/** Augmented samples as an image. */
final class SamplesPicture {

    private SamplesPicture() {}

    static ImagePlus of(final AugmentationPreview preview, final String title) {
        final PatchRegion output = preview.output();
        return ImageLook.ILLUSTRATION.mark(
                ResultImage.samples(
                        preview,
                        new Rectangle(output.left(), output.top(), output.width(), output.height()),
                        title));
    }
}
