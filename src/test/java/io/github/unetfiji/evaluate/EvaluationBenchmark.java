package io.github.unetfiji.evaluate;

import io.github.unetfiji.Progress;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.phantom.PhantomSlice;
import java.util.ArrayList;
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
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long the errors of the challenge take: 11 thresholds of one slice, and of a stack of 30.
 *
 * <p>Three proposals: the image itself, dark where it has membranes and organelles; the truth,
 * blurred and noisy, as a network that is not sure; and noise alone, the worst case.
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath io.github.unetfiji.evaluate.EvaluationBenchmark"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class EvaluationBenchmark {

    private static final int SLICES = 30;

    @Param({"512", "1024"})
    public int size;

    @Param({"image", "unsure", "noise"})
    public String proposal;

    private List<ProbabilityMap> prediction;
    private List<LabelMap> truth;

    @Setup
    public void setup() {
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(size)
                                .setHeight(size)
                                .setSlices(SLICES)
                                .setSeed(1)
                                .build());
        prediction = new ArrayList<>();
        truth = new ArrayList<>();
        for (int z = 0; z < SLICES; z++) {
            final PhantomSlice slice = phantom.slice(z);
            truth.add(LabelMap.of(slice.labels(), size, size));
            prediction.add(predict(slice, z));
        }
    }

    private ProbabilityMap predict(final PhantomSlice slice, final int z) {
        if (proposal.equals("image")) {
            return ProbabilityMap.of(slice.image(), size, size);
        }
        final Random random = new Random(z);
        final float[] values = new float[size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat();
            if (proposal.equals("unsure")) {
                values[i] = Math.min(1, 0.2f * values[i] + 0.8f * blurred(slice.labels(), i));
            }
        }
        return ProbabilityMap.of(values, size, size);
    }

    /** The mean of the truth over 7 x 7 px, 0..1. */
    private float blurred(final byte[] labels, final int i) {
        int cells = 0;
        int pixels = 0;
        for (int y = Math.max(0, i / size - 3); y <= Math.min(size - 1, i / size + 3); y++) {
            for (int x = Math.max(0, i % size - 3); x <= Math.min(size - 1, i % size + 3); x++) {
                cells += labels[y * size + x] == 0 ? 0 : 1;
                pixels++;
            }
        }
        return (float) cells / pixels;
    }

    @Benchmark
    public Evaluation oneSliceWarping() {
        return evaluate(1, 1, Set.of(Metric.WARPING));
    }

    @Benchmark
    public Evaluation oneSliceAll() {
        return evaluate(1, 1, Set.of(Metric.values()));
    }

    @Benchmark
    @Warmup(iterations = 1, time = 1)
    @Measurement(iterations = 2, time = 1)
    public Evaluation stackAllTwoThreads() {
        return evaluate(SLICES, 2, Set.of(Metric.values()));
    }

    private Evaluation evaluate(final int slices, final int threads, final Set<Metric> metrics) {
        return Evaluation.of(
                prediction.subList(0, slices),
                truth.subList(0, slices),
                EvaluationSettings.builder().optMetrics(metrics).optThreads(threads).build(),
                Progress.NONE);
    }

    /** Runs the benchmark, with any options of JMH. */
    public static void main(final String[] args)
            throws RunnerException, CommandLineOptionException {
        new Runner(
                        new OptionsBuilder()
                                .parent(new CommandLineOptions(args))
                                .include(EvaluationBenchmark.class.getSimpleName())
                                .build())
                .run();
    }
}
