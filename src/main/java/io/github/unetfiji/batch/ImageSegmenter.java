package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceChoice;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.segment.SegmentationInput;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.Selection;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Segments ImageJ images with a model that is loaded once, as {@code U-Net Segment...} does. ImageJ's log tells the device, and
 * what is done because of the model: resampling, tuned thresholds.
 *
 * <pre>
 * try (ImageSegmenter segmenter = ImageSegmenter.open(Path.of("cells.zip"), SegmentationOptions.DEFAULT)) {
 *     ImagePlus cells = segmenter.segment(image, OutputKind.INSTANCES, Progress.NONE);
 * }
 * </pre>
 */
public final class ImageSegmenter implements AutoCloseable {

    private final UNetModel model;
    private final Segmenter segmenter;

    private ImageSegmenter(final UNetModel model, final Segmenter segmenter) {
        this.model = model;
        this.segmenter = segmenter;
    }

    /**
     * Reads a model and loads it on the device of the options.
     *
     * @throws io.github.unetfiji.UNetException if the model cannot be read, or does not fit the options or the device
     */
    public static ImageSegmenter open(final Path model, final SegmentationOptions options) {
        return open(ModelPackage.read(model), options);
    }

    /** The same with a model that was read already. */
    public static ImageSegmenter open(final UNetModel model, final SegmentationOptions options) {
        IJ.log(
                DeviceChoice.of(options.device().map(ComputeDevice::toString).orElse("auto"))
                        .sentence());
        return new ImageSegmenter(model, Segmenter.of(model, options));
    }

    /** Names of the classes, background first. */
    public List<String> classes() {
        return segmenter.classes();
    }

    /**
     * Says in the log if the model was tuned, and a result of this kind depends on it.
     *
     * @param kind of the result
     */
    public void tellTuning(final OutputKind kind) {
        if (kind == OutputKind.CLASSES || kind == OutputKind.INSTANCES) {
            segmenter
                    .postprocessing()
                    .ifPresent(
                            tuned ->
                                    IJ.log(
                                            "Postprocessing: the model was tuned to "
                                                    + tuned
                                                    + "; keys that are given come first."));
        }
    }

    /**
     * Segments all slices of an image; says in the log if it is resampled.
     *
     * @param progress told after every tile
     * @return an image in memory, of the same size, calibration and slices
     * @throws io.github.unetfiji.UNetException if the image does not fit the model, memory does not suffice, or the
     *     uncertainty is asked for without averaging
     */
    public ImagePlus segment(
            final ImagePlus image, final OutputKind kind, final Progress progress) {
        final OutputImage output = new OutputImage(kind, image, classes());
        output.checkMemory();
        final Segmentation result = segment(image, Optional.empty(), progress, progress);
        final String title = image.getTitle() + "-" + kind.key();
        if (kind == OutputKind.INSTANCES) {
            try (ObjectPlanes objects = new ObjectPlanes(result, image, classes(), false)) {
                return ResultImage.labels(objects, image, title);
            }
        }
        try (PlaneStream planes = output.stream(result)) {
            return output.of(planes, title);
        }
    }

    /**
     * The segmentation of an image, computed when it is asked for; says in the log if the image is resampled.
     *
     * @param region the part of every slice to segment; empty: all
     * @param reading told after every slice whose intensities are read for the normalisation
     * @param progress told after every tile
     */
    public Segmentation segment(
            final ImagePlus image,
            final Optional<Selection> region,
            final Progress reading,
            final Progress progress) {
        final SegmentationInput input =
                SegmentationInput.of(
                                ImagePlusSlices.of(image, model.architecture().channels()),
                                StackLayout.of(image).depth())
                        .within(region);
        segmenter.scalingSentence(input).ifPresent(IJ::log);
        return segmenter.segment(input, reading, progress);
    }

    @Override
    public void close() {
        segmenter.close();
    }
}
