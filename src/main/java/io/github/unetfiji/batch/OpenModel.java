package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.Magnification;
import io.github.unetfiji.segment.SegmentationInput;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.Selection;
import io.github.unetfiji.stack.SliceSource;
import java.util.Optional;

/** A model on a device, and how it is to see images. To be closed. */
public final class OpenModel implements AutoCloseable {

    private final UNetModel model;
    private final Segmenter segmenter;
    private final String scale;

    /**
     * @param segmenter of the model; closed with this
     * @param scale whether images are brought to the model's pixel size, the macro's word
     */
    OpenModel(final UNetModel model, final Segmenter segmenter, final String scale) {
        this.model = model;
        this.segmenter = segmenter;
        this.scale = scale;
    }

    UNetModel model() {
        return model;
    }

    public Segmenter segmenter() {
        return segmenter;
    }

    /**
     * What the network is to see of an image; says so in the log if it is not the image as it is.
     *
     * @param selection the part to segment, or nothing for all
     */
    public SegmentationInput view(final ImagePlus image, final Optional<Selection> selection) {
        final SliceSource slices = ImagePlusSlices.of(image, model.architecture().channels());
        final Magnification magnification = Magnification.of(scale, slices, model);
        if (!magnification.isNone()) {
            IJ.log(magnification.sentence(slices, model));
        }
        return new SegmentationInput(slices, magnification, selection);
    }

    @Override
    public void close() {
        segmenter.close();
    }
}
