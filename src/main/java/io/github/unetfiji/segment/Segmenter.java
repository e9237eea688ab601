package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.engine.DeviceMemory;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.SegmentationModel;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.SliceSource;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import net.imglib2.type.numeric.RealType;

/**
 * Segments images with a model that is loaded once: a U-Net of this program, or the package of another one. The result equals,
 * to the bit, that of {@code U-Net Segment...} with the same options.
 *
 * <pre>
 * SegmentationModel model = ModelFile.of(Path.of("my-cells.zip")).read();
 * try (Segmenter segmenter = Segmenter.of(model)) {
 *     CalibratedImage&lt;UnsignedIntType&gt; cells = segmenter.segment(image).instances();
 * }
 * </pre>
 *
 * <p>Thread-safe: the network computes one tile at a time. To be closed, which waits for the tile that is being computed. A pixel
 * of a result that was not computed before cannot be computed afterwards.
 */
public final class Segmenter implements AutoCloseable {

    private final LoadedModel loaded;
    private final SegmentationModel model;
    private final ResultMeaning meaning;
    private final SegmentationOptions options;
    private final TileNetwork network;
    private final TiledInference tiles;

    /** NB: whoever has it may ask for the network; who has the network never asks for it. */
    private final Object slice = new Object();

    private boolean closed;

    private Segmenter(
            final LoadedModel loaded, final SegmentationOptions options, final TileSize tile) {
        this.loaded = loaded;
        this.options = options;
        model = loaded.model();
        meaning = loaded.meaning();
        network = loaded.network();
        tiles = new TiledInference(new OpenNetwork(), loaded.bytesPerPixel(), tile);
    }

    /**
     * Loads a model, with the options of the dialog as it opens.
     *
     * @throws UNetException if the device cannot hold it
     */
    public static Segmenter of(final SegmentationModel model) {
        return of(model, SegmentationOptions.DEFAULT);
    }

    /**
     * Loads a model.
     *
     * @throws UNetException if the tile size is not valid for the model, or the device cannot hold it
     */
    public static Segmenter of(final SegmentationModel model, final SegmentationOptions options) {
        return of(model, options, Progress.NONE);
    }

    /**
     * Loads a model, as {@link #of(SegmentationModel, SegmentationOptions)} does.
     *
     * @param progress cancels what must be measured of a model of another program
     */
    public static Segmenter of(
            final SegmentationModel model,
            final SegmentationOptions options,
            final Progress progress) {
        return new Segmenter(
                loaded(model, options, progress),
                options,
                TileSize.within(
                        options.tile().orElse(0), DeviceMemory.free(options.computingDevice())));
    }

    private static LoadedModel loaded(
            final SegmentationModel model,
            final SegmentationOptions options,
            final Progress progress) {
        return model instanceof UNetModel unet
                ? LoadedUNet.of(unet, options)
                : LoadedProgram.of((ImportedModel) model, options, progress);
    }

    /**
     * Names of the classes of a model, background first.
     *
     * @throws UNetException if it is one of another program whose result has no classes; says why
     */
    public static List<String> classesOf(final SegmentationModel model) {
        return model instanceof ImportedModel imported
                ? ChannelRules.of(imported).classes()
                : model.outputs();
    }

    /** Sentences for people on how a model of another program is used; none for one of this program. */
    public List<String> notes() {
        return loaded.notes();
    }

    /** Names of the channels of the result: those of the classes, or what the package of another program calls them. */
    public List<String> outputs() {
        return meaning.channels();
    }

    /**
     * Names of the classes, background first.
     *
     * @throws UNetException if the model is one of another program whose result has no classes; says why
     */
    public List<String> classes() {
        return meaning.classes();
    }

    /** Pixels of the result for one of the image, along x and along y: 1, or more of a super-resolution. */
    public int factor() {
        return loaded.factor();
    }

    /** What the channels mean. */
    ResultMeaning meaning() {
        return meaning;
    }

    /** The thresholds and the splitting of objects that the model was tuned to; empty if it was not tuned. */
    public Optional<Postprocessing> postprocessing() {
        return model.postprocessing();
    }

    /** How images are segmented. */
    public SegmentationOptions options() {
        return options;
    }

    /**
     * Segments an image of X and Y, and of channels, Z and time if there are any, in any order. The pixels of the result are
     * computed when they are asked for; they begin at 0, wherever the interval of the image begins.
     *
     * @throws UNetException if the image has other channels than the model, more pixels than an array or Java's memory can
     *     hold, or intensities that are not finite
     */
    public Segmentation segment(final CalibratedImage<? extends RealType<?>> image) {
        return segment(image, Progress.NONE);
    }

    /**
     * Segments an image as {@link #segment(CalibratedImage)} does, and tells the progress.
     *
     * @param progress told after every slice whose intensities are read for the normalisation, if the model needs those of
     *     all slices; then after every tile, in units of all tiles of the image
     */
    public Segmentation segment(
            final CalibratedImage<? extends RealType<?>> image, final Progress progress) {
        return segment(SegmentationInput.of(image), progress, progress);
    }

    /**
     * Segments a part of an image, or an image that is read slice by slice.
     *
     * @param reading told after every slice whose intensities are read for the normalisation
     * @param progress told after every tile, in units of all tiles of the image
     */
    public Segmentation segment(
            final SegmentationInput input, final Progress reading, final Progress progress) {
        final SliceSource image = input.image();
        model.checkChannels(image.channels());
        final SliceMemory memory = check(image);
        final SliceSource scaled = magnification(image).of(image);
        check(scaled);
        final SliceSource prepared = loaded.prepared(scaled, reading);
        final SliceClassifier slices = loaded.slices(tiles, prepared, reading);
        final NetworkInput networkInput =
                new NetworkInput(
                        image,
                        prepared,
                        input.region(),
                        loaded.isLocal() ? Optional.of(network.geometry()) : Optional.empty(),
                        factor(),
                        meaning.background());
        return new Segmentation(this, slices, input, networkInput, memory, progress);
    }

    /** One sentence for people if an image is resampled for the network. */
    public Optional<String> scalingSentence(final SegmentationInput input) {
        final SliceSource image = input.image();
        return Optional.of(magnification(image))
                .filter(magnification -> !magnification.isNone())
                .map(magnification -> magnification.sentence(image, model));
    }

    private Magnification magnification(final SliceSource image) {
        return Magnification.of(options.scaling(), image.pixelSize(), model.pixelSize());
    }

    private SliceMemory check(final SliceSource image) {
        checkSize(image.width(), image.height());
        final SliceMemory memory = memory(image);
        memory.check(Runtime.getRuntime().maxMemory());
        return memory;
    }

    /** NB: the probabilities of a slice are one array. */
    private void checkSize(final int width, final int height) {
        final int channels = outputs().size();
        final int most = (Integer.MAX_VALUE - 8) / (channels * factor() * factor());
        if ((long) width * height > most) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The image is %dx%d px, but with %d classes a slice can have at most %d"
                                    + " pixels: crop it.",
                            width,
                            height,
                            channels,
                            most));
        }
    }

    /**
     * Two slices of the image, two of the result, and a plane on its way to a file; with averaging a turned slice and the mean,
     * too.
     */
    private SliceMemory memory(final SliceSource image) {
        final int more = options.averaging() == Averaging.NONE ? 0 : 1;
        final long fine = (long) factor() * factor();
        final long planes =
                (2L + more) * image.channels() + ((2L + more) * outputs().size() + 1) * fine;
        return new SliceMemory(image.width(), image.height(), planes);
    }

    /** What is computed slice by slice, one slice at a time. */
    float[] alone(final Supplier<float[]> result) {
        synchronized (slice) {
            return result.get();
        }
    }

    /**
     * The probabilities of slices, without averaging. A tile is computed when one of its pixels is accessed.
     *
     * @param scaled normalised slices of the input
     * @param progress of a slice, told after every tile
     */
    TiledSlices tiled(
            final SegmentationInput input,
            final SliceSource scaled,
            final IntFunction<Progress> progress) {
        return new TiledSlices(tiles, outputs().size(), input, scaled, progress);
    }

    /** Whether the tiles of a slice are its result: they are neither put together in another way nor averaged. */
    boolean isTiled(final SliceClassifier slices) {
        return slices == tiles && options.averaging() == Averaging.NONE;
    }

    /** The network as long as it is open; no tile is computed while it is closed. */
    private final class OpenNetwork implements TileNetwork {

        @Override
        public TileGeometry geometry() {
            return network.geometry();
        }

        @Override
        public int channels() {
            return network.channels();
        }

        @Override
        public int outputs() {
            return network.outputs();
        }

        @Override
        public float[] compute(final float[] block, final int[] size) {
            synchronized (Segmenter.this) {
                checkOpen();
                return network.compute(block, size);
            }
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new UNetException(
                    "The segmenter is closed, so no further pixel can be computed: use or copy the"
                            + " result before.");
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            loaded.close();
        }
    }
}
