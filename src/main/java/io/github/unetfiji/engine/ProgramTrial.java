package io.github.unetfiji.engine;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.TemporaryFolder;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.text.MemorySize;
import io.github.unetfiji.torchscript.ForeignProgram;
import io.github.unetfiji.work.AwaitedWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a program of others in a process of its own, which is ended when it takes too much memory or time.
 *
 * <pre>
 * ProgramTrial.Result result = ProgramTrial.of(program).optProgress(progress).run(input);
 * </pre>
 */
public final class ProgramTrial {

    /**
     * What came out.
     *
     * @param outputs of the program
     * @param seconds that it took, without its loading
     * @param bytes of memory that it took more than it had when it was loaded, about; 0 = unknown
     */
    public record Result(List<Tensor> outputs, double seconds, long bytes) {}

    private static final long LEAST_MEMORY = 1L << 30;
    private static final long MOST_MEMORY = 16L << 30;
    private static final long HEAP_MEGABYTES = 256;
    private static final long POLL_MILLIS = 20;

    /** Properties that say where libtorch lies, and where files may be written. */
    private static final List<String> PROPERTIES =
            List.of(
                    "ai.djl.",
                    "PYTORCH_",
                    "ENGINE_CACHE_DIR",
                    "DJL_",
                    "user.home",
                    "java.io.tmpdir");

    /** Variables by which every Java takes further options, such as agents, and other bounds of memory. */
    private static final List<String> JAVA_OPTIONS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    private final ForeignProgram program;
    private Progress progress = Progress.NONE;
    private Duration time = Duration.ofMinutes(5);
    private long memory;

    private ProgramTrial(final ForeignProgram program) {
        this.program = program;
        final long machine = DeviceMemory.of(ComputeDevice.CPU).orElse(2 * LEAST_MEMORY);
        memory = Math.max(LEAST_MEMORY, Math.min(MOST_MEMORY, machine / 2));
    }

    /** A trial of a program that was read. */
    public static ProgramTrial of(final ForeignProgram program) {
        return new ProgramTrial(program);
    }

    /** Bytes that the program may take besides what Java and libtorch take; default half of the machine, 1 to 16 GB. */
    public ProgramTrial optMemory(final long bytes) {
        memory = bytes;
        return this;
    }

    /** How long it may take, with the start of the process; default 5 minutes. */
    public ProgramTrial optTime(final Duration longest) {
        time = longest;
        return this;
    }

    /** Cancels it. */
    public ProgramTrial optProgress(final Progress value) {
        progress = value;
        return this;
    }

    /**
     * Runs the program once.
     *
     * @param input of any number of axes
     * @throws CancelledException if it was cancelled
     * @throws UNetException if it failed, took too much memory or time, or no second Java can be started
     */
    public Result run(final Tensor input) {
        try (AwaitedWork work = AwaitedWork.begin();
                TemporaryFolder folder = TemporaryFolder.make("unet")) {
            folder.write(TrialProcess.PROGRAM, file -> Files.write(file, program.archive()));
            folder.write(TrialProcess.INPUT, file -> TensorFile.write(file, List.of(input)));
            final int end = await(folder.path(), progress.orCancelledBy(work::isToStop));
            return result(folder.path(), end);
        }
    }

    private int await(final Path folder, final Progress canceller) {
        final Process process = start(folder);
        try {
            final long deadline = System.nanoTime() + time.toNanos();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                canceller.checkCancelled();
                if (System.nanoTime() > deadline) {
                    throw new UNetException(
                            String.format(
                                    Locale.ROOT,
                                    "The program did not end within %d s, and was stopped.",
                                    time.toSeconds()));
                }
            }
            return process.exitValue();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } finally {
            end(process);
        }
    }

    /** NB: its files can be removed only when it has ended. */
    private static void end(final Process process) {
        process.destroyForcibly().onExit().join();
        try {
            process.getOutputStream().close();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process start(final Path folder) {
        try {
            final ProcessBuilder builder =
                    new ProcessBuilder(command(folder))
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().keySet().removeAll(JAVA_OPTIONS);
            return builder.start();
        } catch (final IOException e) {
            throw new UNetException(
                    "The program cannot be tested, since no second Java can be started: "
                            + InstallationCheck.reason(e)
                            + ".",
                    e);
        }
    }

    private List<String> command(final Path folder) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        final long heap = HEAP_MEGABYTES + ((3L * program.archive().length) >> 20) + (memory >> 22);
        // NB: for a process of seconds; this starts it soonest.
        command.addAll(
                List.of(
                        "-Xmx" + heap + "m",
                        "-Xshare:auto",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djava.awt.headless=true"));
        // NB: a program can make libtorch crash. The report would lie in the folder of the user.
        command.add("-XX:ErrorFile=" + folder.resolve(TrialProcess.CRASH));
        command.add("-XX:-CreateCoredumpOnCrash");
        properties().forEach(command::add);
        command.addAll(List.of("-cp", TrialClassPath.text(), TrialProcess.class.getName()));
        command.addAll(List.of(folder.toString(), Long.toString(memory)));
        return command;
    }

    private static Stream<String> properties() {
        return System.getProperties().stringPropertyNames().stream()
                .filter(name -> PROPERTIES.stream().anyMatch(name::startsWith))
                .map(name -> "-D" + name + "=" + System.getProperty(name));
    }

    private Result result(final Path folder, final int end) {
        if (end == TrialProcess.OUT_OF_MEMORY) {
            throw new UNetException(
                    "The program took more than "
                            + MemorySize.about(memory)
                            + " of memory, and was stopped.");
        }
        try {
            final Path failure = folder.resolve(TrialProcess.FAILURE);
            if (end == TrialProcess.FAILED && Files.exists(failure)) {
                throw new UNetException(Files.readString(failure));
            }
            if (end == TrialProcess.DONE) {
                final List<String> facts = Files.readAllLines(folder.resolve(TrialProcess.FACTS));
                return new Result(
                        TensorFile.read(folder.resolve(TrialProcess.OUTPUT)),
                        Long.parseLong(facts.get(0)) / 1e9,
                        Math.max(0, Long.parseLong(facts.get(1))));
            }
            if (Files.exists(folder.resolve(TrialProcess.CRASH))) {
                throw new UNetException("The program made libtorch crash.");
            }
            throw unfinished(end, null);
        } catch (final IOException e) {
            throw unfinished(end, e);
        }
    }

    private static UNetException unfinished(final int end, final IOException cause) {
        return new UNetException(
                "The program ended without a result (its process ended with " + end + ").", cause);
    }
}
