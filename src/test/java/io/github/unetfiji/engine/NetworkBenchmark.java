package io.github.unetfiji.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.torchscript.TorchScriptArchive;
import io.github.unetfiji.torchscript.UNetProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The network against its own heaviest 3x3 convolution, run alone in the same engine. The setup prints
 * by what to multiply the quotient of their times to get the quotient of their rates.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main NetworkBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 7, time = 1)
@Fork(1)
public class NetworkBenchmark {

    @Param({"572", "700"})
    public int tile;

    @Param({"16", "32"})
    public int features;

    private Network network;
    private NDArray input;
    private Model convolution;
    private NDArray convolutionInput;
    private double share;

    @Setup
    public void setUp() throws Exception {
        final Architecture architecture = Architecture.of(4, features, 1, 2);
        final Parameters parameters = Parameters.initial(architecture, 1);
        network =
                Network.forInference(
                        architecture, parameters, ComputeDevice.CPU, Precision.FLOAT32);
        input = noise(network.manager(), new Shape(1, 1, tile, tile));
        final Layer heaviest = heaviest(architecture, tile);
        convolution = load(convolutionProgram(heaviest), parameters);
        convolutionInput =
                noise(
                        convolution.getNDManager(),
                        new Shape(1, heaviest.layer().in(), heaviest.side(), heaviest.side()));
        share = architecture.operations(tile, tile) / heaviest.operations();
        System.out.printf(
                "%n%s at %d px: %.2f of %.2f GFLOP; ratio of the rates = %.3f * ms of the convolution"
                        + " / ms of the network%n",
                heaviest.layer().name(),
                heaviest.side(),
                heaviest.operations() / 1e9,
                architecture.operations(tile, tile) / 1e9,
                share);
    }

    @Benchmark
    public void convolution() {
        run(convolution, convolutionInput);
    }

    @Benchmark
    public void network() {
        try (NDManager scope = network.manager().newSubManager()) {
            network.forward(input, false).close();
        }
    }

    private static void run(final Model model, final NDArray x) {
        JniUtils.setGraphExecutorOptimize(false);
        model.getBlock()
                .forward(new ParameterStore(model.getNDManager(), false), new NDList(x), false)
                .close();
    }

    private record Layer(Architecture.Layer layer, int side, double operations) {}

    private static Layer heaviest(final Architecture architecture, final int tile) {
        double side = tile;
        Layer best = null;
        for (final Architecture.Layer layer : architecture.layers()) {
            side = layer.startsLevel() ? side / 2 : side;
            final double out = layer.kind().sideAfter(side);
            final double operations = 2.0 * out * out * layer.out() * layer.incoming();
            if (layer.kind() == Architecture.Kind.CONVOLUTION
                    && (best == null || operations > best.operations())) {
                best = new Layer(layer, (int) side, operations);
            }
            side = out;
        }
        return best;
    }

    private static String convolutionProgram(final Layer heaviest) {
        final String name = UNetProgram.attribute(heaviest.layer().name());
        final StringBuilder program =
                new StringBuilder(
                        UNetProgram.source(
                                        Architecture.of(4, heaviest.layer().out(), 1, 2),
                                        Precision.FLOAT32,
                                        UNetProgram.Form.UNPADDED)
                                .replaceFirst("(?s)  def forward.*", ""));
        program.append("  def forward(self: __torch__.UNet,\n    x: Tensor) -> Tensor:\n");
        return program.append(
                        String.format(
                                "    return torch.conv2d(torch.contiguous(x, memory_format=2),"
                                        + " self.%1$s_weight, self.%1$s_bias)\n",
                                name))
                .toString();
    }

    private static Model load(final String program, final Parameters parameters) throws Exception {
        final Path folder = Files.createTempDirectory("unet-benchmark");
        try {
            TorchScriptArchive.write(folder.resolve("c.pt"), program, parameters);
            final Model model = Model.newInstance("c", "PyTorch");
            model.load(folder, "c.pt");
            return model;
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
            }
        }
    }

    private static NDArray noise(final NDManager manager, final Shape shape) {
        final Random random = new Random(1);
        final float[] values = new float[(int) shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return manager.create(values, shape);
    }

    @TearDown
    public void tearDown() {
        network.close();
        convolution.close();
    }
}
