package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.command.SegmentCommand;
import io.github.unetfiji.ij.ImageFiles;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/**
 * Segments the sample stack 200 times in one JVM and prints the memory of the process (Linux).
 *
 * <pre>
 * mvn -q -B test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-Xmx512m -cp %classpath io.github.unetfiji.batch.MemoryDemo"
 * </pre>
 */
final class MemoryDemo {

    private static final int RUNS = 200;

    private MemoryDemo() {}

    public static void main(final String[] args) throws Exception {
        System.setProperty("java.awt.headless", "true");
        final ImagePlus image = ImageFiles.open(Path.of("sample-data/phantom.tif"));
        try (Context context = new Context(CommandService.class, StatusService.class)) {
            for (int i = 1; i <= RUNS; i++) {
                context.service(CommandService.class)
                        .run(
                                SegmentCommand.class,
                                false,
                                "image",
                                image,
                                "model",
                                new File("sample-data/phantom-unet.zip"))
                        .get();
                if (i % 20 == 0) {
                    System.out.printf("%d segmentations: RSS %d MB%n", i, residentMegabytes());
                }
            }
        }
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }
}
