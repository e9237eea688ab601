package io.github.unetfiji.bridge.headless;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Path;

/** Runs macro files one after the other in one JVM and prints how each ended; run by {@link MacroRunnerTest}. */
final class MacrosMain {

    private MacrosMain() {}

    public static void main(final String[] files) throws IOException {
        System.setProperty("java.awt.headless", "true");
        new HeadlessImageJ().start();
        for (final String file : files) {
            try {
                new MacroSession(Path.of(file)).run(MacroFile.read(Path.of(file)), "");
                System.out.println("> " + file + " ended");
            } catch (final UNetException e) {
                System.out.println("> " + e.getMessage());
            }
        }
    }
}
