package io.github.unetfiji.weights;

import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.LabelMaps;
import io.github.unetfiji.labels.SingleDistanceTransform;
import io.github.unetfiji.labels.TwoNearestCells;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
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
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * How long a weight map takes, beside one exact Euclidean distance transform of the same image.
 *
 * <p>Run it with its ratios, or with any options of JMH:
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dexec.executable=java \
 *     -Dexec.args="-cp %classpath io.github.unetfiji.weights.WeightMapBenchmark"
 * ... -Dexec.args="-cp %classpath io.github.unetfiji.weights.WeightMapBenchmark -p size=512 -prof gc"
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xms2g", "-Xmx2g"})
public class WeightMapBenchmark {

    @Param({"512", "2048"})
    public int size;

    @Param({"50", "1000", "5000"})
    public int cells;

    private LabelMap map;
    private ClassBalance balance;
    private WeightMapSettings settings;

    @Setup
    public void setup() {
        map = LabelMaps.culture(42, size, size, cells);
        balance = ClassBalance.builder(2).addCells(map).build();
        settings = WeightMapSettings.builder().build();
    }

    @Benchmark
    public float[] weightMap1() {
        return WeightMap.of(map, balance, settings, 1);
    }

    @Benchmark
    public float[] weightMap2() {
        return WeightMap.of(map, balance, settings, 2);
    }

    @Benchmark
    public TwoNearestCells twoNearest1() {
        return TwoNearestCells.of(map, 1);
    }

    @Benchmark
    public float[] oneDistanceTransform() {
        return SingleDistanceTransform.of(map);
    }

    /** Runs the benchmark and prints what it is measured for. */
    public static void main(final String[] args)
            throws RunnerException, CommandLineOptionException {
        final Collection<RunResult> results =
                new Runner(
                                new OptionsBuilder()
                                        .parent(new CommandLineOptions(args))
                                        .include(WeightMapBenchmark.class.getSimpleName())
                                        .build())
                        .run();
        final Map<String, Double> ms = new TreeMap<>();
        for (final RunResult result : results) {
            ms.put(
                    result.getPrimaryResult().getLabel()
                            + " "
                            + result.getParams().getParam("size")
                            + " "
                            + result.getParams().getParam("cells"),
                    result.getPrimaryResult().getScore());
        }
        for (final String what : new String[] {"weightMap1", "weightMap2", "twoNearest1"}) {
            for (final String size : new String[] {"512", "2048"}) {
                final String image = what + " " + size;
                ratio(ms, image + " 5000", image + " 50", "at most 1.3");
                ratio(ms, image + " 1000", "oneDistanceTransform " + size + " 1000", "below 4");
            }
        }
    }

    private static void ratio(
            final Map<String, Double> ms, final String a, final String b, final String target) {
        if (ms.containsKey(a) && ms.containsKey(b)) {
            System.out.printf("%s / %s = %.2f (%s)%n", a, b, ms.get(a) / ms.get(b), target);
        }
    }
}
