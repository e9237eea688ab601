package io.github.unetfiji.engine;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import io.github.unetfiji.torchscript.TorchScriptArchive;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A program of others on a tensor of Java, against the same program in the same engine on an array that lies there already.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main ProgramNetworkBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class ProgramNetworkBenchmark {

    private static final int SIDE = 260;

    private ProgramNetwork network;
    private Tensor input;
    private Model pure;
    private NDArray array;

    @Setup
    public void load() throws Exception {
        final Architecture shape = Architecture.of(4, 16, 1, 2);
        final ByteArrayOutputStream archive = new ByteArrayOutputStream();
        TorchScriptArchive.writeSameSize(archive, shape, Parameters.initial(shape, 1), List.of());
        final ForeignProgram program = ForeignProgram.read(archive.toByteArray());
        network = ProgramNetwork.open(program, ComputeDevice.CPU);
        final Random random = new Random(1);
        final float[] values = new float[SIDE * SIDE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        input = new Tensor(new long[] {1, 1, SIDE, SIDE}, values);
        final Path file = Files.createTempFile("program", ".pt");
        Files.write(file, program.archive());
        pure = Model.newInstance("program", Device.cpu(), "PyTorch");
        pure.load(file.getParent(), file.getFileName().toString());
        Files.delete(file);
        array = pure.getNDManager().create(values, new Shape(input.shape()));
    }

    @Benchmark
    public List<Tensor> program() {
        return network.run(input);
    }

    @Benchmark
    public void pureNetwork() {
        JniUtils.setGraphExecutorOptimize(false);
        try (NDManager scope = pure.getNDManager().newSubManager()) {
            final NDList outputs =
                    pure.getBlock()
                            .forward(
                                    new ParameterStore(pure.getNDManager(), false),
                                    new NDList(array),
                                    false);
            outputs.attach(scope);
        }
    }

    @TearDown
    public void close() {
        network.close();
        pure.close();
    }
}
