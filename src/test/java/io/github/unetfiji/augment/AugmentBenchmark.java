package io.github.unetfiji.augment;

import io.github.unetfiji.augment.DisplacementField.FoldingReport;
import java.util.SplittableRandom;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of one augmented sample from a 512x512 slice, everything on that is on by default, one thread.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main AugmentBenchmark"
 * </pre>
 *
 * <p>Halo 0 takes labels and weights at the full patch size too; halo 92 is the network of the paper.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AugmentBenchmark {

    private static final int SIDE = 512;

    @Param({"LINEAR", "CUBIC"})
    public Interpolation interpolation;

    @Param({"572"})
    public int patch;

    @Param({"0", "92"})
    public int halo;

    private AnnotatedPlane slice;
    private Augmenter augmenter;
    private long index;

    @Setup
    public void setUp() {
        final SplittableRandom random = new SplittableRandom(1);
        final float[] image = new float[SIDE * SIDE];
        final float[] weights = new float[SIDE * SIDE];
        final int[] labels = new int[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextDouble(-2, 2);
            weights[i] = (float) random.nextDouble(0, 10);
            labels[i] = random.nextInt(50);
        }
        slice = AnnotatedPlane.of(SIDE, SIDE, new float[][] {image}, labels, weights);
        augmenter =
                Augmenter.of(
                        AugmentationSettings.builder().optInterpolation(interpolation).build(),
                        PatchShape.square(patch, halo),
                        1);
    }

    /** Image, labels and weights, deformed, turned, mirrored, shifted, gray values varied. */
    @Benchmark
    public AugmentedSample sample() {
        return augmenter.sample(slice, index++);
    }

    /** The image alone, deformed, turned, mirrored and shifted. */
    @Benchmark
    public float[] image() {
        final int slack = SIDE - (patch - 2 * halo);
        final SpatialTransform transform = augmenter.transformAt(index++, slack / 2, slack / 2);
        return PlaneWarp.by(transform)
                .image(slice.channel(0), SIDE, SIDE, augmenter.shape().input(), interpolation);
    }

    /** How far the map is from folding. */
    @Benchmark
    public FoldingReport folding() {
        return augmenter.transformAt(index++, 0, 0).folding();
    }
}
