package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.OPTIMIZER;
import static io.github.unetfiji.training.TrainingKeys.PATCH;

import io.github.unetfiji.Progress;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.training.TrainingSettings.OptimizerKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@link TrainingEstimate} says against what a short training takes (Linux): by how much the
 * memory of the process grows to its peak, and the time of an iteration. Each row is a JVM of its own.
 * Without arguments all rows; or depth, features, patch, precision and optimizer of one.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.training.TrainingEstimateDemo"
 * </pre>
 */
final class TrainingEstimateDemo {

    private static final String[] ROWS = {
        "4 8 204 float32 adam", "4 8 380 float32 adam", "4 8 572 float32 adam",
        "4 16 204 float32 adam", "4 16 380 float32 adam", "4 16 572 float32 adam",
        "4 32 204 float32 adam", "4 32 380 float32 adam", "4 32 572 float32 adam",
        "4 64 204 float32 adam", "4 64 380 float32 adam", "4 64 572 float32 adam",
        "3 16 564 float32 adam", "3 32 564 float32 adam", "4 32 572 float32 sgd",
        "4 16 572 bfloat16 adam", "4 32 572 bfloat16 adam", "4 64 572 bfloat16 adam",
    };

    private static final int ITERATIONS = 6;

    private TrainingEstimateDemo() {}

    public static void main(final String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            row(args);
            return;
        }
        System.out.println(
                "| depth | features | patch | precision | optimizer | memory: estimate | measured | ratio | probe took | s an iteration: estimate | measured | ratio |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (final String row : ROWS) {
            final ProcessBuilder fork =
                    new ProcessBuilder(
                            "java",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TrainingEstimateDemo.class.getName());
            fork.command().addAll(List.of(row.split(" ")));
            fork.inheritIO().start().waitFor();
        }
    }

    private static void row(final String[] args) throws IOException {
        final int depth = Integer.parseInt(args[0]);
        final int features = Integer.parseInt(args[1]);
        final int patch = Integer.parseInt(args[2]);
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(DEPTH, depth)
                        .with(FEATURES, features)
                        .with(PATCH, patch)
                        .optPrecision(Precision.of(args[3], ComputeDevice.CPU))
                        .with(OPTIMIZER, OptimizerKind.of(args[4]))
                        .with(TrainingKeys.ITERATIONS, ITERATIONS)
                        .build();
        final AnnotatedImage image = TestLabels.squares(512, 2);
        final TrainingSettings tiny =
                TrainingSettings.builder()
                        .with(DEPTH, 1)
                        .with(FEATURES, 1)
                        .with(TrainingKeys.ITERATIONS, 1)
                        .build();
        run(image, tiny);
        System.gc();
        final long before = status("VmRSS");
        final double seconds = run(image, settings);
        final long growth = status("VmHWM") - before;
        final Architecture architecture =
                new Architecture(depth, features, 1, 2, settings.dropout());
        final TrainingEstimate estimate = TrainingEstimate.of(architecture, patch, settings);
        final long start = System.nanoTime();
        final double probe =
                TrainingEstimate.probe(architecture, patch, settings, Progress.NONE).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d MB | %d MB | %.2f | %.1f s | %.3f | %.3f | %.2f |%n",
                String.join(" | ", args),
                estimate.bytes() >> 20,
                growth >> 20,
                (double) estimate.bytes() / growth,
                (System.nanoTime() - start) / 1e9,
                probe,
                seconds,
                probe / seconds);
    }

    /** Trains; seconds of an iteration without the first two. */
    private static double run(final AnnotatedImage image, final TrainingSettings settings) {
        final long[] ends = new long[ITERATIONS + 1];
        final TrainingListener clock =
                new TrainingListener() {
                    @Override
                    public void onIteration(
                            final int iteration, final double loss, final double rate) {
                        ends[iteration] = System.nanoTime();
                    }
                };
        Training.run("demo", List.of(image), settings, clock, Progress.NONE);
        return (ends[ITERATIONS] - ends[2]) / 1e9 / (ITERATIONS - 2);
    }

    private static long status(final String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(-1);
    }
}
