package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.image.SliceSource;
import io.github.unetfiji.intensity.NormalizedSlices;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.ComputeDevice;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.network.Precision;

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

    /**
     * Segments an image; the work is done slice by slice when the slices are asked for.
     *
     * @param progress told after every tile, in units of all tiles of the image
     * @throws UNetException if the image has other channels than the model, more pixels than an
     *     array can hold, or intensities that are not finite
     */
    public SegmentedSlices segment(final SliceSource image, final Progress progress) {
        model.checkChannels(image.channels());
        checkSize(image.width(), image.height());
        final NormalizedSlices normalised =
                NormalizedSlices.of(image, model.normalization(), progress);
        return new SegmentedSlices(normalised, inference, model.classes().size(), progress);
    }

    /** NB: the probabilities of a slice are one array. */
    private void checkSize(final int width, final int height) {
        final int classes = model.classes().size();
        final int most = (Integer.MAX_VALUE - 8) / classes;
        if ((long) width * height > most) {
            throw new UNetException(
                    String.format(
                            "The image is %dx%d px, but with %d classes a slice can have at most %d"
                                    + " pixels: crop it.",
                            width, height, classes, most));
        }
    }

    @Override
    public void close() {
        network.close();
    }
}
