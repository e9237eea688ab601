package io.github.unetfiji.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.util.Pair;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ArchiveTensors;
import io.github.unetfiji.work.AwaitedWork;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A program that somebody else wrote, loaded on a device to be trained: of planes, with an output of the size of the input.
 *
 * <p>Its parameters are those of its modules, by path. What else changes in training, such as the running statistics of a batch
 * normalisation, is not reachable in the engine; {@link #parameters} has libtorch write the program and reads it there.
 */
public final class TrainableProgram implements TrainableNetwork {

    private static final String FILE_NAME = "program.pt";

    /**
     * The shape of a program.
     *
     * @param input order of the axes of its input
     * @param output order of the axes of its output
     * @param channels of the input
     * @param outputs channels of the output
     * @param halo px at each border of the output of a patch that are not learned from
     */
    public record Form(
            TensorOrder input, TensorOrder output, int channels, int outputs, int halo) {}

    private final Form form;
    private final Model model;
    private final ParameterStore store;
    private final Map<String, NDArray> arrays = new LinkedHashMap<>();

    private TrainableProgram(final Form form, final Model model) {
        this.form = form;
        this.model = model;
        store = new ParameterStore(model.getNDManager(), false);
    }

    /**
     * Loads a program.
     *
     * @param archive that is allowed to run
     * @param trainable whether its parameters collect gradients
     * @throws UNetException if the device cannot load it
     */
    public static TrainableProgram open(
            final byte[] archive,
            final Form form,
            final ComputeDevice device,
            final boolean trainable) {
        EngineStart.engine();
        final Model model = Model.newInstance("program", device.device(), "PyTorch");
        boolean loaded = false;
        try {
            load(model, archive, device, trainable);
            final TrainableProgram program = new TrainableProgram(form, model);
            if (trainable) {
                program.collectArrays(ArchiveTensors.of(archive));
            }
            loaded = true;
            return program;
        } finally {
            if (!loaded) {
                model.close();
            }
        }
    }

    private static void load(
            final Model model,
            final byte[] archive,
            final ComputeDevice device,
            final boolean trainable) {
        // NB: a program that ends while libtorch loads crashes.
        try (AwaitedWork work = AwaitedWork.begin();
                TemporaryFolder folder = TemporaryFolder.make("unet")) {
            folder.write(FILE_NAME, file -> Files.write(file, archive));
            model.load(
                    folder.path(),
                    FILE_NAME,
                    Map.of(
                            "trainParam", Boolean.toString(trainable),
                            "mapLocation", Boolean.toString(device.isGpu())));
            // NB: libtorch loads in inference mode, DJL (0.35.1) takes it for training mode and
            // would not switch.
            JniUtils.enableTrainingMode((PtSymbolBlock) model.getBlock());
        } catch (final IOException | MalformedModelException | EngineException e) {
            throw ProgramFailure.of("The program cannot be loaded on " + device.words(), e);
        }
    }

    /** NB: who freezes a part of a network marks it; who saves one for use often marks all of it. */
    private void collectArrays(final ArchiveTensors tensors) {
        final Map<String, NDArray> all = new LinkedHashMap<>();
        for (final Pair<String, Parameter> pair : model.getBlock().getParameters()) {
            all.put(pair.getKey(), pair.getValue().getArray());
        }
        final boolean someMarked = all.values().stream().anyMatch(NDArray::hasGradient);
        final var repeated = tensors.repeated();
        all.forEach(
                (name, array) -> {
                    if (!repeated.contains(name)
                            && array.getDataType() == DataType.FLOAT32
                            && (!someMarked || array.hasGradient())) {
                        array.setRequiresGradient(true);
                        arrays.put(name, array);
                    }
                });
    }

    /**
     * What a trial of the training came to.
     *
     * @param trained names of the parameters that the output depends on
     * @param seconds of a pass there and back
     * @param bytes that the passes took of the machine's memory, about; 0 if that cannot be found out
     */
    public record Trial(Set<String> trained, double seconds, long bytes) {}

    /**
     * Finds out whether the program can be trained, by two passes there and back in which its statistics stay as they are.
     * Parameters that the output does not depend on are not trained.
     *
     * @param tile (channel, height, width), x fastest
     * @throws OutOfMemoryException if memory does not suffice
     * @throws UNetException if it cannot; says why
     */
    public Trial trial(final float[] tile, final int width, final int height) {
        if (arrays.isEmpty()) {
            throw new UNetException(
                    "The program cannot be trained: it has no parameters of float32; it was frozen, or"
                            + " holds its weights as constants.");
        }
        final PtSymbolBlock block = (PtSymbolBlock) model.getBlock();
        JniUtils.enableInferenceMode(block);
        try (AwaitedWork work = AwaitedWork.begin()) {
            ProcessMemory.forgetPeak();
            final long before = ProcessMemory.peak();
            pass(tile, width, height);
            arrays.values().removeIf(TrainableProgram::isUnused);
            if (arrays.isEmpty()) {
                throw withoutGradient();
            }
            final long start = System.nanoTime();
            pass(tile, width, height);
            arrays.values().forEach(array -> JniUtils.zeroGrad((PtNDArray) array));
            return new Trial(
                    Set.copyOf(arrays.keySet()),
                    (System.nanoTime() - start) / 1e9,
                    Math.max(0, ProcessMemory.peak() - before));
        } catch (final EngineException e) {
            throw ProgramFailure.of("The program cannot be trained", e);
        } finally {
            JniUtils.enableTrainingMode(block);
        }
    }

    private void pass(final float[] tile, final int width, final int height) {
        try (NDManager scope = manager().newSubManager();
                GradientCollector collector = EngineStart.engine().newGradientCollector()) {
            final NDArray batch =
                    scope.create(
                            FloatBuffer.wrap(tile), new Shape(1, form.channels(), height, width));
            final NDArray output = whole(batch, true);
            // NB: DJL (0.35.1) says of the result of an operation that it needs no gradient.
            if (JniUtils.getGradientFunctionNames((PtNDArray) output).isEmpty()) {
                throw withoutGradient();
            }
            collector.backward(output.square().sum());
        }
    }

    private static UNetException withoutGradient() {
        return new UNetException(
                "The program cannot be trained: its output does not depend on its parameters in a way"
                        + " that has a gradient.");
    }

    /** Runs the program as in training, so that its statistics move. */
    public void forwardAsInTraining(final float[] tile, final int width, final int height) {
        try (AwaitedWork work = AwaitedWork.begin();
                NDManager scope = manager().newSubManager()) {
            whole(
                    scope.create(
                            FloatBuffer.wrap(tile), new Shape(1, form.channels(), height, width)),
                    true);
        } catch (final EngineException e) {
            throw ProgramFailure.of("The program cannot be trained", e);
        }
    }

    /** Clears the gradient, which tells it. */
    private static boolean isUnused(final NDArray array) {
        final boolean unused;
        try (NDArray gradient = array.getGradient()) {
            unused = !gradient.getShape().equals(array.getShape());
        }
        if (unused) {
            array.setRequiresGradient(false);
        } else {
            JniUtils.zeroGrad((PtNDArray) array);
        }
        return unused;
    }

    /** Trains only these parameters. */
    public void keepOnly(final Set<String> names) {
        arrays.entrySet()
                .removeIf(
                        entry -> {
                            final boolean other = !names.contains(entry.getKey());
                            if (other) {
                                entry.getValue().setRequiresGradient(false);
                            }
                            return other;
                        });
    }

    @Override
    public NDManager manager() {
        return model.getNDManager();
    }

    /** Its shape. */
    public Form form() {
        return form;
    }

    @Override
    public NDArray forward(final NDArray batch, final boolean training) {
        final NDArray output = whole(batch, training);
        final int halo = form.halo();
        return halo == 0
                ? output
                : output.get(
                        new NDIndex(
                                String.format(
                                        Locale.ROOT,
                                        ":,:,%d:%d,%d:%d",
                                        halo,
                                        output.getShape().get(2) - halo,
                                        halo,
                                        output.getShape().get(3) - halo)));
    }

    private NDArray whole(final NDArray batch, final boolean training) {
        // NB: per thread; with the profiling optimizer the same program is several times slower.
        JniUtils.setGraphExecutorOptimize(false);
        final NDList outputs =
                model.getBlock().forward(store, new NDList(form.input().toTensor(batch)), training);
        if (outputs.size() != 1) {
            throw new UNetException(
                    "The program gives "
                            + outputs.size()
                            + " outputs, but only programs with one can be trained.");
        }
        final NDArray given = outputs.get(0);
        final NDArray output =
                given.getShape().dimension() == form.output().kinds().size()
                        ? form.output().fromTensor(given)
                        : given;
        final Shape wanted =
                new Shape(1, form.outputs(), batch.getShape().get(2), batch.getShape().get(3));
        if (!output.getShape().equals(wanted)) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program gives an output of %s for an input of %s, but only programs"
                                    + " whose output has the size of the input can be trained.",
                            output.getShape(),
                            batch.getShape()));
        }
        return output;
    }

    /**
     * The output for a tile, in inference mode.
     *
     * @param tile (channel, height, width), x fastest
     * @return (output, height, width), x fastest
     * @throws OutOfMemoryException if memory does not suffice
     * @throws UNetException if the program fails, in its own words
     */
    public synchronized float[] outputs(final float[] tile, final int width, final int height) {
        // NB: a program that ends while libtorch computes crashes.
        try (AwaitedWork work = AwaitedWork.begin();
                NDManager scope = manager().newSubManager()) {
            final NDArray batch =
                    scope.create(
                            FloatBuffer.wrap(tile), new Shape(1, form.channels(), height, width));
            final NDArray output = whole(batch, false);
            // NB: the copy of an array that is not contiguous stays with the array's manager.
            return output.toType(DataType.FLOAT32, false).flatten().toFloatArray();
        } catch (final EngineException e) {
            throw ProgramFailure.of(
                    String.format(
                            Locale.ROOT, "The program failed on a tile of %dx%d px", width, height),
                    e);
        }
    }

    @Override
    public Map<String, NDArray> arrays() {
        return arrays;
    }

    @Override
    public Parameters parameters() {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JniUtils.writeModule((PtSymbolBlock) model.getBlock(), bytes, false);
        return Parameters.of(ArchiveTensors.of(bytes.toByteArray()).values());
    }

    @Override
    public Parameters parameters(final Map<String, Tensor> averages) {
        final Map<String, Tensor> all = new LinkedHashMap<>();
        final Parameters now = parameters();
        now.names().forEach(name -> all.put(name, averages.getOrDefault(name, now.get(name))));
        return Parameters.of(all);
    }

    /** NB: waits for a tile that another thread computes, since libtorch would crash. */
    @Override
    public synchronized void close() {
        model.close();
    }
}
