package io.github.unetfiji.training;

import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.optimize.TrainingStep;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
 * A training step with all augmentation, prepared in the background, against the step on one fixed
 * sample: base 16, 572x572.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath org.openjdk.jmh.Main TrainingStepBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 5, time = 6)
@Fork(1)
public class TrainingStepBenchmark {

    private static final int SIDE = 512;

    @Param({"FLOAT32", "BFLOAT16"})
    public Precision precision;

    private Network network;
    private TrainingStep step;
    private SampleQueue samples;
    private AugmentedSample fixed;

    @Setup
    public void setUp() {
        final Architecture architecture = new Architecture(4, 16, 1, 2, 0.5);
        network =
                Network.forTraining(
                        architecture,
                        Parameters.initial(architecture, 1),
                        ComputeDevice.CPU,
                        precision);
        step = LearningMethod.BUILT_IN.step(network, TrainingSettings.builder().build(), Set.of());
        final Random random = new Random(1);
        final float[] image = new float[SIDE * SIDE];
        final float[] weights = new float[SIDE * SIDE];
        final int[] labels = new int[SIDE * SIDE];
        for (int i = 0; i < image.length; i++) {
            image[i] = (float) random.nextGaussian();
            weights[i] = 1 + 10 * random.nextFloat();
            labels[i] = random.nextInt(2);
        }
        final List<AnnotatedPlane> slices =
                List.of(AnnotatedPlane.of(SIDE, SIDE, new float[][] {image}, labels, weights));
        final Augmenter augmenter =
                Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(572, 92), 1);
        samples = new SampleQueue(augmenter, slices, 0);
        fixed = samples.take();
    }

    @Benchmark
    public double fixedPatch() {
        return step.learn(1, fixed, 1e-9);
    }

    @Benchmark
    public double everythingOn() {
        return step.learn(1, samples.take(), 1e-9);
    }

    @TearDown
    public void tearDown() {
        samples.close();
        step.close();
        network.close();
    }
}
