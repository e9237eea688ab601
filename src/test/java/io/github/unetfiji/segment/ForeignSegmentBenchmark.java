package io.github.unetfiji.segment;

import ij.ImagePlus;
import ij.process.FloatProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.batch.ImageSegmenter;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.ProgramNetwork;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.tiling.TilePlan;
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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A package of another program: an image of 1024x1024 px with the loaded model, preprocessing and result image included, against
 * the program alone on the same tiles.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main ForeignSegmentBenchmark -p file=affable-shark.zip"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ForeignSegmentBenchmark {

    private static final int SIDE = 1024;

    @Param({"../shared/reference/bioimageio/nuclei_boundary_04.zip"})
    public String file;

    private ImageSegmenter segmenter;
    private ProgramNetwork network;
    private ImagePlus image;
    private Tensor tile;
    private int tiles;

    @Setup
    public void setUp() {
        final ImportedModel model = (ImportedModel) ModelFile.of(Path.of(file)).read();
        final SegmentationOptions options =
                SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build();
        segmenter = ImageSegmenter.open(model, options);
        network = ProgramNetwork.open(model.program(), ComputeDevice.CPU);
        final float[] pixels = new float[SIDE * SIDE];
        final Random random = new Random(1);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = random.nextFloat();
        }
        image = new ImagePlus("image", new FloatProcessor(SIDE, SIDE, pixels));
        final TilePlan plan =
                TileSize.PLANNED.plan(
                        new ProgramGeometry(model.description()).with(List.of(0, 0)),
                        ProgramMemory.bytesPerPixel(model.proof()),
                        SIDE,
                        SIDE);
        tiles = plan.tileCount();
        final int[] size = plan.inputSize();
        tile = new Tensor(new long[] {1, 1, size[1], size[0]}, new float[size[0] * size[1]]);
    }

    @Benchmark
    public ImagePlus command() {
        return segmenter.segment(image, OutputKind.PROBABILITIES, Progress.NONE);
    }

    @Benchmark
    public float program() {
        float sum = 0;
        for (int i = 0; i < tiles; i++) {
            sum += network.run(tile).get(0).values()[0];
        }
        return sum;
    }

    @TearDown
    public void tearDown() {
        segmenter.close();
        network.close();
    }
}
