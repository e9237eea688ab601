package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
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

/**
 * Time of a square slice by its side, base 16, in tiles as planned within 1 GB: linear in the
 * area if every pixel costs the same. Other tiles: {@code -p tile=572}. The last tiles of a row may lie mostly outside of the image, so it
 * prints also what is computed.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-Xmx4g -cp %classpath org.openjdk.jmh.Main ScalingBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 1, time = 3)
@Measurement(iterations = 3, time = 6)
@Fork(1)
public class ScalingBenchmark {

    @Param({"512", "1024", "2048", "4096", "8192"})
    public int side;

    @Param({"0"})
    public int tile;

    private Network network;
    private TiledInference inference;
    private float[] image;

    @Setup
    public void setUp() {
        final Architecture architecture = Architecture.of(4, 16, 1, 2);
        network =
                Network.forInference(
                        architecture,
                        Parameters.initial(architecture, 1),
                        ComputeDevice.CPU,
                        Precision.FLOAT32);
        inference = new TiledInference(network, TileSize.of(tile));
        image = new float[side * side];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % 977 / 400f - 1;
        }
        System.out.printf(
                "tiles %d, computed %d px%n",
                inference.plan(side, side).tiles().size(),
                inference.plan(side, side).computedPixels());
    }

    @Benchmark
    public float slice() {
        return inference.probabilities(image, side, side, Progress.NONE)[0];
    }

    @TearDown
    public void tearDown() {
        network.close();
    }
}
