package io.github.unetfiji.engine;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import io.github.unetfiji.work.AwaitedWork;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A program of others, loaded on a device to compute in float32.
 *
 * <pre>
 * try (ProgramNetwork network = ProgramNetwork.open(program, CPU)) {
 *     List&lt;Tensor&gt; outputs = network.run(new Tensor(new long[] {1, 1, 256, 256}, values));
 * }
 * </pre>
 *
 * <p>One call at a time: other threads wait.
 */
public final class ProgramNetwork implements AutoCloseable {

    private final NDManager manager;
    private final PtSymbolBlock block;
    private final ParameterStore store;

    private ProgramNetwork(final NDManager manager, final PtSymbolBlock block) {
        this.manager = manager;
        this.block = block;
        store = new ParameterStore(manager, false);
    }

    /**
     * Loads a program, in inference mode.
     *
     * @throws OutOfMemoryException if memory does not suffice
     * @throws UNetException if the device cannot load it
     */
    public static ProgramNetwork open(final ForeignProgram program, final ComputeDevice device) {
        final NDManager manager = EngineStart.engine().newBaseManager(device.device());
        boolean loaded = false;
        // NB: a program that ends while libtorch loads crashes.
        try (AwaitedWork work = AwaitedWork.begin()) {
            final PtSymbolBlock block =
                    JniUtils.loadModule(
                            (PtNDManager) manager,
                            new ByteArrayInputStream(program.archive()),
                            device.isGpu(),
                            false);
            loaded = true;
            return new ProgramNetwork(manager, block);
        } catch (final IOException | EngineException e) {
            throw ProgramFailure.of("The program cannot be loaded on " + device.words(), e);
        } finally {
            if (!loaded) {
                manager.close();
            }
        }
    }

    /**
     * Runs the program.
     *
     * @param input of any number of axes
     * @return its outputs in its order, float32; those in a list, a tuple or a map one by one
     * @throws OutOfMemoryException if memory does not suffice
     * @throws UNetException if the program fails, in its own words, or gives something that is no tensor with axes
     */
    public synchronized List<Tensor> run(final Tensor input) {
        // NB: a program that ends while libtorch computes crashes.
        try (AwaitedWork work = AwaitedWork.begin();
                NDManager scope = manager.newSubManager()) {
            final NDArray array =
                    scope.create(FloatBuffer.wrap(input.values()), new Shape(input.shape()));
            // NB: per thread; with the profiling optimizer the same program is several times
            // slower.
            JniUtils.setGraphExecutorOptimize(false);
            return tensors(block.forward(store, new NDList(array), false));
        } catch (final EngineException
                | UnsupportedOperationException
                | IllegalArgumentException e) {
            throw ProgramFailure.of(
                    "The program failed on a tensor of shape " + Arrays.toString(input.shape()), e);
        }
    }

    private static List<Tensor> tensors(final NDList outputs) {
        final List<Tensor> tensors = new ArrayList<>();
        for (final NDArray output : outputs) {
            if (output.getShape().dimension() == 0) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "Output %d of the program is a single number, but must be a tensor"
                                        + " with axes.",
                                tensors.size() + 1));
            }
            tensors.add(tensor(output));
        }
        if (tensors.isEmpty()) {
            throw new UNetException("The program gives no output.");
        }
        return tensors;
    }

    private static Tensor tensor(final NDArray output) {
        // NB: gives the array itself where it is float32.
        final NDArray floats = output.toType(DataType.FLOAT32, false);
        return new Tensor(output.getShape().getShape(), floats.toFloatArray());
    }

    /** NB: waits for a run in another thread, since libtorch would crash. */
    @Override
    public synchronized void close() {
        block.close();
        manager.close();
    }
}
