package io.github.unetfiji.engine;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What {@link Architecture#inferenceBytesPerPixel} says against by how much the memory of the process
 * grows to its peak in three tiles on the processor (Linux). Each row is a JVM of its own. Without
 * arguments all rows; or depth, features, side of the tile and precision of one.
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.engine.InferenceMemoryDemo"
 * </pre>
 */
final class InferenceMemoryDemo {

    private static final String[] ROWS = {
        "4 16 572 float32",
        "4 16 1004 float32",
        "4 16 1996 float32",
        "4 32 572 float32",
        "4 32 1004 float32",
        "4 32 1500 float32",
        "4 64 572 float32",
        "4 64 1004 float32",
        "3 16 1004 float32",
        "2 32 1004 float32",
        "4 16 1004 bfloat16",
        "4 32 1004 bfloat16",
        "4 64 1004 bfloat16",
    };

    private InferenceMemoryDemo() {}

    public static void main(final String[] args) throws IOException, InterruptedException {
        if (args.length > 0) {
            row(args);
            return;
        }
        System.out.println("| depth | features | tile | precision | estimate | measured | ratio |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (final String row : ROWS) {
            final ProcessBuilder fork =
                    new ProcessBuilder(
                            "java",
                            "-Xmx1g",
                            "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                            "-cp",
                            System.getProperty("java.class.path"),
                            InferenceMemoryDemo.class.getName());
            fork.command().addAll(List.of(row.split(" ")));
            // NB: what was freed before must not hide what the tiles need.
            fork.environment().put("MALLOC_MMAP_THRESHOLD_", "65536");
            fork.inheritIO().start().waitFor();
        }
    }

    private static void row(final String[] args) throws IOException, InterruptedException {
        final int depth = Integer.parseInt(args[0]);
        final int side = Integer.parseInt(args[2]);
        final Architecture architecture = Architecture.of(depth, Integer.parseInt(args[1]), 1, 2);
        final Precision precision = ComputeDevice.CPU.precision(args[3]);
        try (Network network =
                Network.forInference(
                        architecture,
                        Parameters.initial(architecture, 1),
                        ComputeDevice.CPU,
                        precision)) {
            final int small = architecture.tileGeometry().inputFor(16);
            network.probabilities(new float[small * small], small, small);
            final float[] tile = new float[side * side];
            for (int i = 0; i < tile.length; i++) {
                tile[i] = i % 977 / 400f - 1;
            }
            System.gc();
            // NB: Java gives its freed heap back in the background.
            Thread.sleep(2000);
            Files.writeString(Path.of("/proc/self/clear_refs"), "5");
            final long before = status("VmRSS");
            for (int i = 0; i < 3; i++) {
                network.probabilities(tile, side, side);
            }
            final long growth = status("VmHWM") - before;
            final long estimate = architecture.inferenceBytesPerPixel(precision) * side * side;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d MB | %d MB | %.2f |%n",
                    String.join(" | ", args),
                    estimate >> 20,
                    growth >> 20,
                    (double) estimate / growth);
        }
    }

    private static long status(final String key) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(key + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                .findFirst()
                .orElse(-1);
    }
}
