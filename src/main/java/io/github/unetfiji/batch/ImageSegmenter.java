package io.github.unetfiji.batch;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.DeviceChoice;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.StackLayout;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.model.SegmentationModel;
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

    private final SegmentationModel model;
    private final Segmenter segmenter;

    private ImageSegmenter(final SegmentationModel model, final Segmenter segmenter) {
        this.model = model;
        this.segmenter = segmenter;
    }

    /**
     * Reads a model, of this program or of another one, and loads it on the device of the options. ImageJ's log tells whether a
     * package of another program reproduces its test output.
     *
     * @throws io.github.unetfiji.UNetException if the model cannot be read, or does not fit the options or the device
     */
    public static ImageSegmenter open(final Path model, final SegmentationOptions options) {
        return open(ModelFile.of(model).optMessages(IJ::log).read(), options);
    }

    /** The same with a model that was read already. */
    public static ImageSegmenter open(
            final SegmentationModel model, final SegmentationOptions options) {
        return open(model, options, Progress.NONE);
    }

    /**
     * The same.
     *
     * @param progress cancels what must be measured of a model of another program
     */
    public static ImageSegmenter open(
            final SegmentationModel model,
            final SegmentationOptions options,
            final Progress progress) {
        IJ.log(
                DeviceChoice.of(options.device().map(ComputeDevice::toString).orElse("auto"))
                        .sentence());
        final Segmenter segmenter = Segmenter.of(model, options, progress);
        segmenter.notes().forEach(IJ::log);
        return new ImageSegmenter(model, segmenter);
    }

    /**
     * Names of the classes, background first.
     *
     * @throws io.github.unetfiji.UNetException if the model is one of another program whose result has no classes; says why
     */
    public List<String> classes() {
        return segmenter.classes();
    }

    /**
     * Names that belong to a kind of result: of its classes, background first; of probabilities those of the channels.
     *
     * @throws io.github.unetfiji.UNetException if the model gives no such result; says why
     */
    public List<String> names(final OutputKind kind) {
        return kind == OutputKind.CLASSES || kind == OutputKind.INSTANCES
                ? segmenter.classes()
                : segmenter.outputs();
    }

    /** Pixels of the result for one of the image, along x and along y: 1, or more of a super-resolution. */
    public int factor() {
        return segmenter.factor();
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
     * @return an image in memory, of the same size, calibration and slices; of a super-resolution with more and smaller pixels
     * @throws io.github.unetfiji.UNetException if the image does not fit the model, memory does not suffice, or the
     *     uncertainty is asked for without averaging
     */
    public ImagePlus segment(
            final ImagePlus image, final OutputKind kind, final Progress progress) {
        final OutputImage output = new OutputImage(kind, image, names(kind));
        output.checkMemory(factor());
        final Segmentation result = segment(image, Optional.empty(), progress, progress);
        final String title = image.getTitle() + "-" + kind.key();
        if (kind == OutputKind.INSTANCES) {
            try (ObjectPlanes objects = new ObjectPlanes(result, image, output.names(), false)) {
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
                                ImagePlusSlices.of(image, model.channels()),
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
