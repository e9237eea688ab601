package io.github.unetfiji.bridge.headless;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bridge.EscapeKey;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs many macros, one after the other, in one headless ImageJ: each as {@link MacroRunner} would in a JVM of its own.
 *
 * <p>Arguments: macro files. Beside each it writes {@code <file>.out}, what the macro printed, {@code <file>.progress}, the lines of
 * progress, which depend on how fast the machine is, and {@code <file>.failure}, the sentence that the runner would print before
 * it exits with 1; no such file if the macro succeeded. Images are closed in between.
 */
public final class ManyMacros {

    private ManyMacros() {}

    public static void main(final String[] args) throws IOException, InterruptedException {
        System.setProperty("java.awt.headless", "true");
        new HeadlessImageJ().start();
        for (final String arg : args) {
            run(Path.of(arg));
        }
    }

    private static void run(final Path file) throws IOException, InterruptedException {
        final PrintStream before = System.out;
        try (PrintStream out = new PrintStream(file + ".out", "UTF-8");
                PrintStream progress =
                        new PrintStream(new FileOutputStream(file + ".progress"), true, "UTF-8")) {
            System.setOut(out);
            new MacroSession(file, progress).run(MacroFile.read(file), "");
        } catch (final UNetException e) {
            Files.writeString(Path.of(file + ".failure"), e.getMessage());
        } finally {
            System.setOut(before);
            EscapeKey.release();
            new MacroSession(file).run("run('Close All'); run('Clear Results');", "");
        }
    }
}
