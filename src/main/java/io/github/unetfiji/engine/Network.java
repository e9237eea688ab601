package io.github.unetfiji.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.tiling.TileGeometry;
import io.github.unetfiji.tiling.TileNetwork;
import io.github.unetfiji.torchscript.TorchScriptArchive;
import io.github.unetfiji.torchscript.UNetProgram;
import io.github.unetfiji.work.AwaitedWork;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A U-Net loaded on a device.
 *
 * <pre>
 * try (Network network = Network.forInference(architecture, parameters, CPU, FLOAT32)) {
 *     float[] probabilities = network.probabilities(tile, 572, 572); // (class, 388, 388)
 * }
 * </pre>
 *
 * <p>Not thread-safe but for {@link #compute}: one call at a time; libtorch itself uses all cores.
 */
public final class Network implements TileNetwork, TrainableNetwork {

    private static final String FILE_NAME = "unet.pt";

    /** What a program says: {@code RuntimeError: ..}, {@code builtins.ValueError: ..}. */
    private static final Pattern SCRIPT_FAILURE = Pattern.compile("[\\w.]*Error: (.+)");

    private final Architecture architecture;
    private final Precision precision;
    private final Model model;
    private final ParameterStore store;

    private Network(
            final Architecture architecture,
            final Precision precision,
            final String program,
            final Parameters parameters,
            final ComputeDevice device,
            final boolean trainable) {
        this.architecture = architecture;
        this.precision = precision;
        EngineStart.engine();
        model = Model.newInstance("unet", device.device(), "PyTorch");
        boolean loaded = false;
        try {
            load(program, parameters, device, trainable);
            loaded = true;
        } finally {
            if (!loaded) {
                model.close();
            }
        }
        store = new ParameterStore(model.getNDManager(), false);
    }

    /**
     * A network that only computes.
     *
     * @throws UNetException if the device cannot hold it
     */
    public static Network forInference(
            final Architecture architecture,
            final Parameters parameters,
            final ComputeDevice device,
            final Precision precision) {
        return of(architecture, parameters, device, precision, false);
    }

    /**
     * A network whose {@link #arrays()} collect gradients.
     *
     * @throws UNetException if the device cannot hold it
     */
    public static Network forTraining(
            final Architecture architecture,
            final Parameters parameters,
            final ComputeDevice device,
            final Precision precision) {
        return of(architecture, parameters, device, precision, true);
    }

    private static Network of(
            final Architecture architecture,
            final Parameters parameters,
            final ComputeDevice device,
            final Precision precision,
            final boolean trainable) {
        return new Network(
                architecture,
                precision,
                UNetProgram.source(architecture, precision, UNetProgram.Form.UNPADDED),
                parameters,
                device,
                trainable);
    }

    private void load(
            final String program,
            final Parameters parameters,
            final ComputeDevice device,
            final boolean trainable) {
        try (TemporaryFolder folder = TemporaryFolder.make("unet")) {
            folder.write(FILE_NAME, file -> TorchScriptArchive.write(file, program, parameters));
            final Map<String, String> options =
                    Map.of(
                            "trainParam", Boolean.toString(trainable),
                            "mapLocation", Boolean.toString(device.isGpu()));
            model.load(folder.path(), FILE_NAME, options);
            // NB: libtorch loads in inference mode, DJL (0.35.1) takes it for training mode and
            // would not switch: without this there is no dropout before the first inference.
            JniUtils.enableTrainingMode((PtSymbolBlock) model.getBlock());
        } catch (final IOException | MalformedModelException | EngineException e) {
            throw new UNetException(
                    "The network cannot be loaded on " + device + ": " + line(e), e);
        }
    }

    /** The line of a failure of libtorch that says what is wrong; around it may be a trace of the program or of the natives. */
    static String line(final Exception e) {
        final List<String> lines =
                String.valueOf(e.getMessage()).lines().filter(line -> !line.isBlank()).toList();
        return lines.stream()
                .map(SCRIPT_FAILURE::matcher)
                .filter(Matcher::matches)
                .map(failure -> failure.group(1))
                .findFirst()
                .or(() -> lines.stream().findFirst())
                .orElse(e.getClass().getSimpleName());
    }

    /** Its shape. */
    public Architecture architecture() {
        return architecture;
    }

    /** The numbers that it computes with. */
    public Precision precision() {
        return precision;
    }

    @Override
    public NDManager manager() {
        return model.getNDManager();
    }

    /**
     * Class probabilities of a tile.
     *
     * @param tile normalised intensities (channel, height, width), x fastest
     * @param width valid input width in px
     * @param height valid input height in px
     * @return probabilities 0..1 (class, height - 2 halo, width - 2 halo), x fastest
     * @throws OutOfMemoryException if memory does not suffice
     * @throws UNetException if a size is not valid
     */
    public float[] probabilities(final float[] tile, final int width, final int height) {
        return infer(tile, width, height, logits -> logits.softmax(1));
    }

    @Override
    public TileGeometry geometry() {
        return architecture.tileGeometry();
    }

    @Override
    public int channels() {
        return architecture.channels();
    }

    /** Number of classes, background included. */
    @Override
    public int outputs() {
        return architecture.classes();
    }

    /**
     * Class probabilities of a tile, as {@link #probabilities}; other threads, and the end of the program, wait for it.
     *
     * @param size valid input sides (width, height), px
     */
    @Override
    public synchronized float[] compute(final float[] block, final int[] size) {
        // NB: a program that ends while libtorch computes crashes.
        try (AwaitedWork work = AwaitedWork.begin()) {
            return probabilities(block, size[0], size[1]);
        }
    }

    /** Like {@link #probabilities}, before the soft-max. */
    public float[] logits(final float[] tile, final int width, final int height) {
        return infer(tile, width, height, UnaryOperator.identity());
    }

    private float[] infer(
            final float[] tile,
            final int width,
            final int height,
            final UnaryOperator<NDArray> last) {
        architecture.tileGeometry().checkInput(width);
        architecture.tileGeometry().checkInput(height);
        final Shape shape = new Shape(1, architecture.channels(), height, width);
        try (NDManager scope = manager().newSubManager()) {
            final NDArray batch = scope.create(FloatBuffer.wrap(tile), shape);
            return last.apply(forward(batch, false)).toFloatArray();
        } catch (final EngineException e) {
            final String message =
                    String.format(
                            Locale.ROOT,
                            "A tile of %dx%d px failed (%s): try a smaller tile.",
                            width,
                            height,
                            line(e));
            throw OutOfMemoryException.isCause(e)
                    ? new OutOfMemoryException(message, e)
                    : new UNetException(message, e);
        }
    }

    /**
     * Logits of a batch.
     *
     * @param batch (batch, channel, height, width), valid sizes; the result belongs to its manager
     * @param training whether dropout is active and the result knows its gradient
     * @return (batch, class, height - 2 halo, width - 2 halo)
     */
    @Override
    public NDArray forward(final NDArray batch, final boolean training) {
        return run(batch, training).singletonOrThrow();
    }

    private NDList run(final NDArray batch, final boolean training) {
        // NB: per thread; with the profiling optimizer the same program is several times slower.
        JniUtils.setGraphExecutorOptimize(false);
        return model.getBlock().forward(store, new NDList(batch), training);
    }

    @Override
    public Map<String, NDArray> arrays() {
        final Map<String, NDArray> byAttribute = new LinkedHashMap<>();
        for (final Pair<String, Parameter> pair : model.getBlock().getParameters()) {
            byAttribute.put(pair.getValue().getName(), pair.getValue().getArray());
        }
        final Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            for (final String name : List.of(layer.weight(), layer.bias())) {
                arrays.put(name, byAttribute.get(UNetProgram.attribute(name)));
            }
        }
        return arrays;
    }

    @Override
    public Parameters parameters(final Map<String, Tensor> averages) {
        return Parameters.of(architecture, averages);
    }

    @Override
    public Parameters parameters() {
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        arrays().forEach((name, array) -> tensors.put(name, EngineArrays.copy(array)));
        return Parameters.of(architecture, tensors);
    }

    /**
     * All activations of one forward pass by name, such as {@code enc0.conv1}, {@code enc0.pool},
     * {@code dec3.up}, {@code dec3.concat} (skip first) and {@code head}, each (1, channel, height,
     * width). To look into a network; needs memory for everything at once.
     */
    public static Map<String, Tensor> activations(
            final Architecture architecture,
            final Parameters parameters,
            final float[] tile,
            final int width,
            final int height) {
        final String program =
                UNetProgram.source(architecture, Precision.FLOAT32, UNetProgram.Form.ACTIVATIONS);
        try (Network network =
                        new Network(
                                architecture,
                                Precision.FLOAT32,
                                program,
                                parameters,
                                ComputeDevice.CPU,
                                false);
                NDManager scope = network.manager().newSubManager()) {
            final Shape shape = new Shape(1, architecture.channels(), height, width);
            final NDList list = network.run(scope.create(FloatBuffer.wrap(tile), shape), false);
            final Map<String, Tensor> activations = new LinkedHashMap<>();
            int i = 0;
            for (final String name : UNetProgram.activations(architecture)) {
                activations.put(name, EngineArrays.copy(list.get(i++)));
            }
            return activations;
        }
    }

    /** NB: waits for a tile that another thread computes, since libtorch would crash. */
    @Override
    public synchronized void close() {
        model.close();
    }
}
