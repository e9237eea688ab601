package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Segments images with a model that is loaded once.
 *
 * <pre>
 * UNetModel model = ModelPackage.read(Path.of("my-cells.zip"));
 * try (Segmenter segmenter = Segmenter.of(model, ComputeDevice.of("auto"), Precision.FLOAT32, TileSize.PLANNED)) {
 *     SegmentedSlices result = segmenter.segment(image, Progress.NONE);
 *     byte[] classes = result.classes(0);
 * }
 * </pre>
 *
 * <p>Not thread-safe.
 */
public final class Segmenter implements AutoCloseable {

    private final UNetModel model;
    private final Network network;
    private final AveragedInference inference;

    private Segmenter(
            final UNetModel model,
            final Network network,
            final TileSize tileSize,
            final Averaging averaging) {
        this.model = model;
        this.network = network;
        inference = new AveragedInference(new TiledInference(network, tileSize), averaging);
    }

    /**
     * Loads a model on a device, without averaging.
     *
     * @throws UNetException if the tile size is not valid for the model, or the
     *     device cannot hold it
     */
    public static Segmenter of(
            final UNetModel model,
            final ComputeDevice device,
            final Precision precision,
            final TileSize tileSize) {
        return of(model, device, precision, tileSize, Averaging.NONE);
    }

    /**
     * Loads a model on a device.
     *
     * @param averaging over versions of the image
     * @throws UNetException if the tile size is not valid for the model, or the
     *     device cannot hold it
     */
    public static Segmenter of(
            final UNetModel model,
            final ComputeDevice device,
            final Precision precision,
            final TileSize tileSize,
            final Averaging averaging) {
        if (tileSize.side() != 0) {
            model.architecture().tileGeometry().checkInput(tileSize.side());
        }
        final Network network =
                Network.forInference(model.architecture(), model.parameters(), device, precision);
        return new Segmenter(model, network, tileSize, averaging);
    }

    /** Names of the classes, background first. */
    public List<String> classes() {
        return model.classes();
    }

    /** How the model's classes and objects are best made, if that was tuned. */
    public Optional<Postprocessing> postprocessing() {
        return model.postprocessing();
    }

    /** The numbers that the network computes with. */
    public Precision precision() {
        return network.precision();
    }

    /**
     * Segments an image; the work is done slice by slice when the slices are asked for.
     *
     * @param progress told after every tile, in units of all tiles of the image
     * @throws UNetException if the image has other channels than the model, more pixels than an
     *     array or Java's memory can hold, or intensities that are not finite
     */
    public SegmentedSlices segment(final SliceSource image, final Progress progress) {
        return segment(SegmentationInput.of(image), progress, progress);
    }

    /**
     * The same at another magnification, or of a part only; and the look at the intensities of the whole stack that
     * comes first has a progress of its own.
     *
     * @param looking told after every slice that is looked at
     * @param progress told after every tile, in units of all tiles of the image
     */
    public SegmentedSlices segment(
            final SegmentationInput view, final Progress looking, final Progress progress) {
        final SliceSource image = view.image();
        model.checkChannels(image.channels());
        final SliceMemory memory = check(image);
        final SliceSource seen = view.magnification().of(image);
        check(seen);
        final NormalizedSlices normalised =
                NormalizedSlices.of(seen, model.normalization(), looking);
        final NetworkView frame =
                new NetworkView(
                        image, normalised, view.selection(), model.architecture().tileGeometry());
        return new SegmentedSlices(frame, inference, model.classes().size(), memory, progress);
    }

    private SliceMemory check(final SliceSource image) {
        checkSize(image.width(), image.height());
        final SliceMemory memory = memory(image);
        memory.check(Runtime.getRuntime().maxMemory());
        return memory;
    }

    /** NB: the probabilities of a slice are one array. */
    private void checkSize(final int width, final int height) {
        final int classes = model.classes().size();
        final int most = (Integer.MAX_VALUE - 8) / classes;
        if ((long) width * height > most) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image is %dx%d px, but with %d classes a slice can have at most %d"
                                    + " pixels: crop it.",
                            width,
                            height,
                            classes,
                            most));
        }
    }

    /**
     * Two slices of the image, two of the result, and a plane on its way to a file; with averaging a turned slice and the mean,
     * too.
     */
    private SliceMemory memory(final SliceSource image) {
        final int more = inference.averaging() == Averaging.NONE ? 0 : 1;
        final long planes =
                (2L + more) * image.channels() + (2L + more) * model.classes().size() + 1;
        return new SliceMemory(image.width(), image.height(), planes);
    }

    @Override
    public void close() {
        network.close();
    }
}
