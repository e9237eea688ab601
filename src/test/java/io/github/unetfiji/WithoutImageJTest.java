package io.github.unetfiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library in a Java that has neither ImageJ nor SciJava on its class path. */
class WithoutImageJTest {

    private static final int PATIENCE_SECONDS = 120;

    @TempDir Path folder;

    private static String classPath() {
        final String all =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(
                        entry ->
                                !Path.of(entry)
                                        .getFileName()
                                        .toString()
                                        .matches("(ij|ij1-patcher|scijava-.*)-\\d.*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private List<String> run(final String program, final List<String> arguments) throws Exception {
        final Path output = folder.resolve("output.txt");
        final List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Djava.awt.headless=true",
                                "-cp",
                                classPath(),
                                program));
        command.addAll(arguments);
        final Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
        final List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertEquals(0, process.exitValue(), () -> String.join("\n", lines));
        return lines;
    }

    @Test
    void trainsSavesReadsAndSegments() throws Exception {
        final Path model = folder.resolve("cells.zip");
        final List<String> lines = run(LibraryAlone.class.getName(), List.of(model.toString()));
        final String[] counts = lines.get(lines.size() - 1).split(" \\+ ");
        assertEquals(64 * 64, Integer.parseInt(counts[0]) + Integer.parseInt(counts[1]));
        assertTrue(Files.exists(model));
    }

    @Test
    void loadsEveryClassOfTheLibrary() throws Exception {
        final List<String> arguments = new ArrayList<>(List.of(classes().toString()));
        for (final String room : HouseTest.SHELL) {
            arguments.add("io.github.unetfiji." + room);
        }
        final List<String> lines = run(LibraryClasses.class.getName(), arguments);
        final int loaded = Integer.parseInt(lines.get(lines.size() - 1).split(" ")[0]);
        assertTrue(loaded > 200, lines::toString);
    }

    /** NB: else the two tests above would say nothing. */
    @Test
    void imageJIsNotThere() throws Exception {
        for (final String absent : List.of("ij.ImagePlus", "org.scijava.Context")) {
            assertEquals(List.of("absent"), run(Absent.class.getName(), List.of(absent)));
        }
    }

    private static Path classes() throws URISyntaxException {
        return Path.of(
                UNetException.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    /** Prints whether a class is there. */
    static final class Absent {

        private Absent() {}

        public static void main(final String[] args) {
            try {
                System.out.println(Class.forName(args[0]).getName());
            } catch (final ClassNotFoundException e) {
                System.out.println("absent");
            }
        }
    }
}
