package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.stack.SoftCache;
import java.util.Optional;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.real.FloatType;

/**
 * The segmentation of an image, computed when it is asked for: as images, or as streams.
 *
 * <pre>
 * CalibratedImage&lt;FloatType&gt; probabilities = segmentation.probabilities(); // computes nothing yet
 * probabilities.pixels().getAt(10, 20, 1, 5);                      // computes a tile of slice 5, or all of it
 * </pre>
 *
 * <p>The images have the name, the pixel size, and the axes X, Y, Z and TIME of the segmented image, in this order, as far
 * as it has them; their first pixel is at 0. A cell of the probabilities is a tile of the network, unless the image is resampled, or a region of it is
 * segmented, or the probabilities are averaged. Cells of all other results are whole slices, as are the intensities that are
 * read. Cells are computed when a pixel of them is first read, kept while Java has the memory, and computed again if they
 * are read after that. An exception of the network or of the image reaches whoever reads the pixel. Classes and objects are
 * made of the same cells as the probabilities. Thread-safe.
 *
 * <p>The streams give the same planes in the order of the slices. While one slice is used, the next one is computed, and the
 * one after that is read. At most two slices of the image and two of the result are in memory.
 */
public final class Segmentation {

    private final Segmenter segmenter;
    private final AveragedInference inference;
    private final SegmentationInput input;
    private final NetworkInput network;
    private final SliceSource scaled;
    private final SliceMemory memory;
    private final Progress progress;
    private final int tiles;
    private final LazyResults images;
    private final Optional<TiledSlices> tiled;
    private final SoftCache<float[]> probabilities;

    Segmentation(
            final Segmenter segmenter,
            final SliceClassifier slices,
            final SegmentationInput input,
            final NetworkInput network,
            final SliceMemory memory,
            final Progress progress) {
        this.segmenter = segmenter;
        inference = new AveragedInference(slices, segmenter.options().averaging());
        this.input = input;
        this.network = network;
        scaled = network.slices();
        this.memory = memory;
        this.progress =
                progress.reportingTo(
                                (done, total, message) ->
                                        progress.report(done, total, "segmenting"))
                        .orCancelledBy(() -> Thread.currentThread().isInterrupted());
        tiles = inference.tiles(scaled.width(), scaled.height());
        images = new LazyResults(input, network.factor());
        tiled =
                segmenter.isTiled(slices) && network.isIdentity()
                        ? Optional.of(segmenter.tiled(input, scaled, this::progressOf))
                        : Optional.empty();
        probabilities = new SoftCache<>(index -> probabilities((int) index));
    }

    /** Width in px. */
    public int width() {
        return network.width();
    }

    /** Height in px. */
    public int height() {
        return network.height();
    }

    /** Number of slices, over all Z and T positions. */
    public int slices() {
        return scaled.slices();
    }

    /** Number of channels of the probabilities: the classes, background included, or those of a model of another program. */
    public int classCount() {
        return segmenter.outputs().size();
    }

    /**
     * Class probabilities (x, y, class, ..), 0..1; those of a pixel sum to 1. Background is the first class. Of a model of another
     * program: its channels, as they come.
     */
    public CalibratedImage<FloatType> probabilities() {
        return tiled.map(TiledSlices::image)
                .orElseGet(() -> images.channels(classCount(), new FloatType(), this::cached));
    }

    /** The class of every pixel (x, y, ..), 0 = background; decided by the threshold of the options or of the model. */
    public CalibratedImage<UnsignedByteType> classes() {
        final ClassRule decision = decision();
        return images.planes(
                new UnsignedByteType(), index -> decision.classes(cached(index), size()));
    }

    /**
     * The object of every pixel (x, y, ..), 0 = background. Ids count from 1, in every slice anew.
     *
     * <p>If the options link objects, an object keeps its id from slice to slice, and a slice depends on those before it:
     * reading a slice computes all slices before it, too, so the slices are best read in order.
     *
     * @throws UNetException if Java's memory does not suffice for the objects of a slice
     */
    public CalibratedImage<UnsignedIntType> instances() {
        final InstanceSettings settings = instanceSettings();
        final InstanceSlices slices =
                new InstanceSlices(settings, () -> finder(settings), slices(), this::cached);
        return images.planes(new UnsignedIntType(), slices::slice);
    }

    /**
     * The disagreement of the rotated and mirrored versions over which the probabilities are averaged (x, y, ..), 0..0.5: the
     * standard deviation of each class's probability over the versions, and of these the largest. It is 0 outside of the region
     * that is segmented.
     *
     * @throws UNetException if there is but one version
     */
    public CalibratedImage<FloatType> uncertainty() {
        checkVersions();
        return images.planes(new FloatType(), this::uncertainty);
    }

    /** The planes of {@link #probabilities()}: float32, one channel a class. One stream at a time. */
    public PlaneStream streamProbabilities() {
        return stream(classCount(), this::probabilities);
    }

    /** The planes of {@link #classes()}: 8 bits. One stream at a time. */
    public PlaneStream streamClasses() {
        final ClassRule decision = decision();
        return stream(1, (index, slice) -> decision.classes(probabilities(index, slice), size()));
    }

    /**
     * The planes of {@link #uncertainty()}: float32. One stream at a time.
     *
     * @throws UNetException if there is but one version
     */
    public PlaneStream streamUncertainty() {
        checkVersions();
        return stream(1, this::uncertainty);
    }

    /**
     * The planes of {@link #instances()}: 32 bits; and the objects on them. One stream at a time.
     *
     * @throws UNetException if Java's memory does not suffice for the objects of a slice
     */
    public InstanceStream streamInstances() {
        final InstanceSettings settings = instanceSettings();
        return new InstanceStream(streamProbabilities(), finder(settings));
    }

    private PlaneStream stream(final int channels, final PlaneStream.Stage stage) {
        return new PlaneStream(slices(), width(), height(), channels, this::read, stage);
    }

    private int size() {
        return width() * height();
    }

    private ClassRule decision() {
        return segmenter.meaning().decision(segmenter.options());
    }

    private InstanceSettings instanceSettings() {
        final InstanceSettings settings =
                segmenter.options().objects(segmenter.postprocessing(), network.modelPixel());
        memory.plus(Instances.planes(settings)).check(Runtime.getRuntime().maxMemory());
        return settings;
    }

    private Instances finder(final InstanceSettings settings) {
        final ObjectRule rule = segmenter.meaning().objects(segmenter.options(), settings);
        return new Instances(settings, rule, width(), height(), input.depth());
    }

    private void checkVersions() {
        segmenter.options().averaging().checkUncertainty();
    }

    /** NB: a lazy image and a stream may read at the same time, and sources need not be thread-safe. */
    private float[] read(final int index) {
        synchronized (scaled) {
            return scaled.slice(index);
        }
    }

    /** The probabilities of a slice (class, y, x), kept while Java has the memory. NB: tiles are kept already. */
    private float[] cached(final int index) {
        return tiled.map(slices -> slices.slice(index)).orElseGet(() -> probabilities.get(index));
    }

    /** The probabilities of a slice (class, y, x), computed anew. */
    float[] probabilities(final int index) {
        return probabilities(index, read(index));
    }

    private float[] probabilities(final int index, final float[] intensities) {
        return network.probabilitiesOnImage(
                segmenter.alone(
                        () ->
                                inference.probabilities(
                                        intensities,
                                        scaled.width(),
                                        scaled.height(),
                                        progressOf(index))));
    }

    /** The uncertainty of a slice (y, x), computed anew. */
    private float[] uncertainty(final int index) {
        return uncertainty(index, read(index));
    }

    private float[] uncertainty(final int index, final float[] intensities) {
        return network.uncertaintyOnImage(
                segmenter.alone(
                        () ->
                                inference.uncertainty(
                                        intensities,
                                        scaled.width(),
                                        scaled.height(),
                                        progressOf(index))));
    }

    private Progress progressOf(final int index) {
        return progress.part((long) index * tiles, tiles, (long) slices() * tiles);
    }
}
