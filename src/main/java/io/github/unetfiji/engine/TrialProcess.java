package io.github.unetfiji.engine;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ForeignProgram;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The process of a {@link ProgramTrial}: runs a program once and ends. It also ends when it takes too much memory, and when the
 * process that started it ends.
 */
final class TrialProcess {

    static final String PROGRAM = "program.pt";
    static final String INPUT = "input";
    static final String OUTPUT = "output";
    static final String FACTS = "facts";
    static final String FAILURE = "failure";

    /** What Java writes when libtorch crashes. */
    static final String CRASH = "crash";

    /** How the process ends: with outputs, with a sentence, for want of memory. */
    static final int DONE = 0;

    static final int FAILED = 41;
    static final int OUT_OF_MEMORY = 42;

    private static final long PATIENCE_MILLIS = 20;

    /** Threads and pieces of memory that are reserved, but not used. */
    private static final long SLACK = 512L << 20;

    private TrialProcess() {}

    /**
     * NB: an entry point of its own, started by {@link ProgramTrial} only.
     *
     * @param args the folder of the files; the bytes that the program may take
     */
    public static void main(final String[] args) {
        final Path folder = Path.of(args[0]);
        daemon("unet-trial-owner", () -> endWithOwner(folder));
        final long most = Long.parseLong(args[1]);
        int end = FAILED;
        try {
            end = run(folder, most);
        } catch (final IOException e) {
            // NB: without a file of a sentence, so that the other process makes one.
            end = FAILED;
        } catch (final OutOfMemoryError e) {
            end = OUT_OF_MEMORY;
        } finally {
            Runtime.getRuntime().halt(end);
        }
    }

    private static int run(final Path folder, final long most) throws IOException {
        try {
            EngineStart.engine();
            final byte[] archive = Files.readAllBytes(folder.resolve(PROGRAM));
            final List<Tensor> input = TensorFile.read(folder.resolve(INPUT));
            final long before = ProcessMemory.peak();
            daemon("unet-trial-memory", () -> watch(before + most));
            ProcessMemory.limit(most + SLACK);
            run(folder, new ForeignProgram(archive, Map.of(), Map.of()), input.get(0));
            return DONE;
        } catch (final OutOfMemoryException e) {
            return OUT_OF_MEMORY;
        } catch (final UNetException e) {
            Files.writeString(folder.resolve(FAILURE), e.getMessage());
            return FAILED;
        }
    }

    private static void run(final Path folder, final ForeignProgram program, final Tensor input)
            throws IOException {
        try (ProgramNetwork network = ProgramNetwork.open(program, ComputeDevice.CPU)) {
            ProcessMemory.forgetPeak();
            final long before = ProcessMemory.peak();
            final long started = System.nanoTime();
            final List<Tensor> outputs = network.run(input);
            final long nanos = System.nanoTime() - started;
            final long peak = ProcessMemory.peak() - before;
            TensorFile.write(folder.resolve(OUTPUT), outputs);
            Files.writeString(folder.resolve(FACTS), nanos + "\n" + peak);
        }
    }

    private static void daemon(final String name, final Runnable work) {
        final Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void watch(final long most) {
        try {
            while (ProcessMemory.peak() <= most) {
                Thread.sleep(PATIENCE_MILLIS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }

    /** NB: the pipe from the other process ends when that process does, whatever ended it. Nobody else removes the folder then. */
    private static void endWithOwner(final Path folder) {
        try {
            while (System.in.read() >= 0) {
                // NB: nothing is ever sent.
            }
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (final Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        } catch (final IOException e) {
            Runtime.getRuntime().halt(FAILED);
        }
        Runtime.getRuntime().halt(FAILED);
    }
}
