package io.github.unetfiji.command;

import io.github.unetfiji.bridge.ForkedJvm;
import io.github.unetfiji.bridge.headless.ManyMacros;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Macros that run headless, one after the other, in one JVM of their own. In a macro {@code $} stands for the folder they share.
 *
 * <pre>{@code
 * Macros macros = new Macros(folder).add("sample", "run('U-Net Sample Stack...'); print(getTitle());");
 * Macros.Outcome sample = macros.run().get("sample");
 * }</pre>
 */
final class Macros {

    /**
     * How a macro ended.
     *
     * @param lines what it printed, without progress
     * @param failure {@code , line 2: what is wrong.}, or empty if it succeeded
     */
    record Outcome(List<String> lines, String failure) {}

    private final Path folder;
    private final Map<String, String> macros = new LinkedHashMap<>();

    Macros(final Path folder) {
        this.folder = folder;
    }

    /** Adds a macro under a name of its own. */
    Macros add(final String name, final String macro) {
        if (macros.put(name, macro) != null) {
            throw new IllegalArgumentException("two macros " + name);
        }
        return this;
    }

    /** Runs all in the order added; how each ended, by name. */
    Map<String, Outcome> run() throws IOException, InterruptedException {
        for (final Map.Entry<String, String> macro : macros.entrySet()) {
            Files.writeString(
                    folder.resolve(macro.getKey() + ".ijm"),
                    macro.getValue().replace("$", folder.toString().replace('\\', '/')));
        }
        final ForkedJvm run =
                ForkedJvm.run(
                        folder,
                        ManyMacros.class,
                        macros.keySet().stream().map(name -> name + ".ijm").toArray(String[]::new));
        if (run.code() != 0) {
            throw new IllegalStateException(run.toString());
        }
        final Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (final String name : macros.keySet()) {
            outcomes.put(name, outcome(name + ".ijm"));
        }
        return outcomes;
    }

    private Outcome outcome(final String file) throws IOException {
        final Path failure = folder.resolve(file + ".failure");
        return new Outcome(
                Files.readAllLines(folder.resolve(file + ".out")),
                Files.exists(failure) ? Files.readString(failure).substring(file.length()) : "");
    }
}
