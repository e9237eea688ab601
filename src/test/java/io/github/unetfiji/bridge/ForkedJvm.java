package io.github.unetfiji.bridge;

import io.github.unetfiji.bridge.headless.MacroRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class in a JVM of its own, with the class path of the tests.
 *
 * <p>NB: ImageJ can be made headless only before one of its classes is loaded, and other tests load them; and an exit code is
 * only real when a JVM exits.
 */
public record ForkedJvm(int code, String out, String err) {

    private static final int MAX_SECONDS = 300;

    /** Runs a macro through the runner, in a folder that holds it as {@code macro.ijm}. */
    public static ForkedJvm macro(final Path folder, final String macro, final String... argument)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("macro.ijm"), macro);
        final List<String> args = new ArrayList<>(List.of("macro.ijm"));
        args.addAll(Arrays.asList(argument));
        return run(folder, MacroRunner.class, args.toArray(String[]::new));
    }

    /** Runs a main class in a folder, which keeps what it prints; its temporary files are in {@code tmp}. */
    public static ForkedJvm run(final Path folder, final Class<?> main, final String... args)
            throws IOException, InterruptedException {
        return ended(start(folder, main, args), folder);
    }

    /** Starts the same. */
    public static Process start(final Path folder, final Class<?> main, final String... args)
            throws IOException {
        return start(folder, Map.of(), main, args);
    }

    /** Starts the same with some variables more in its environment. */
    public static Process start(
            final Path folder,
            final Map<String, String> environment,
            final Class<?> main,
            final String... args)
            throws IOException {
        final Path temporary = Files.createDirectories(folder.resolve("tmp"));
        final List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Duser.home=" + folder,
                                "-Djava.io.tmpdir=" + temporary,
                                // NB: else each JVM would unpack libtorch, 450 MB, into its folder.
                                "-DDJL_CACHE_DIR="
                                        + Path.of(System.getProperty("user.home"), ".djl.ai"),
                                "-Xmx256m",
                                "-XX:TieredStopAtLevel=1",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                main.getName()));
        command.addAll(Arrays.asList(args));
        final ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectOutput(folder.resolve("out.txt").toFile())
                        .redirectError(folder.resolve("err.txt").toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits until it ends. */
    public static ForkedJvm ended(final Process process, final Path folder)
            throws IOException, InterruptedException {
        final boolean ended = process.waitFor(MAX_SECONDS, TimeUnit.SECONDS);
        final String out = Files.readString(folder.resolve("out.txt"));
        final String err = Files.readString(folder.resolve("err.txt"));
        if (!ended) {
            process.destroyForcibly();
            throw new IllegalStateException("hangs: " + out + err);
        }
        return new ForkedJvm(process.exitValue(), out, err);
    }

    /** What was printed, without ImageJ's and Java's own words about preferences. */
    public List<String> lines() {
        return out.lines().filter(line -> !line.isBlank()).toList();
    }

    /** The last line on standard error. */
    public String sentence() {
        final List<String> lines = err.lines().toList();
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }
}
