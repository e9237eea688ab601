package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.stack.Normalization;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
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
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/**
 * {@code U-Net Segment...} on 512x512x10, model file to image, against the network alone on the same
 * ten tiles of 700x700.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main SegmentBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class SegmentBenchmark {

    private static final int SLICES = 10;
    private static final int TILE = 700;

    @Param({"16", "32"})
    public int features;

    private Path file;
    private Context context;
    private ImagePlus image;
    private Network network;
    private float[] tile;

    @Setup
    public void setUp() throws Exception {
        final Architecture architecture = Architecture.of(4, features, 1, 2);
        final Parameters parameters = Parameters.initial(architecture, 1);
        file = Files.createTempFile("unet-benchmark", ".zip");
        ModelPackage.write(
                new UNetModel(
                        "benchmark",
                        architecture,
                        parameters,
                        Normalization.of("stack"),
                        List.of("background", "cell"),
                        Map.of()),
                file);
        context = new Context(CommandService.class, StatusService.class);
        image = sample();
        network =
                Network.forInference(
                        architecture, parameters, ComputeDevice.CPU, Precision.FLOAT32);
        tile = new float[TILE * TILE];
        for (int i = 0; i < tile.length; i++) {
            tile[i] = i % 977 / 400f - 1;
        }
    }

    private static ImagePlus sample() {
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(512)
                                .setHeight(512)
                                .setSlices(SLICES)
                                .setSeed(1)
                                .build());
        final ImageStack stack = new ImageStack(512, 512);
        for (int z = 0; z < SLICES; z++) {
            stack.addSlice(null, phantom.slice(z).image());
        }
        return new ImagePlus("sample", stack);
    }

    @Benchmark
    public Object command() throws InterruptedException, ExecutionException {
        return context.service(CommandService.class)
                .run(SegmentCommand.class, false, "image", image, "model", file.toFile())
                .get()
                .getOutput("result");
    }

    @Benchmark
    public float network() {
        float last = 0;
        for (int i = 0; i < SLICES; i++) {
            last = network.probabilities(tile, TILE, TILE)[0];
        }
        return last;
    }

    @TearDown
    public void tearDown() throws Exception {
        network.close();
        context.dispose();
        Files.delete(file);
    }
}
