package io.github.unetfiji.bridge.headless;

import io.github.unetfiji.UNetException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs an ImageJ macro without a display, with the commands of this plugin in it.
 *
 * <pre>
 * mvn -q compile exec:java                                         the demo, macros/demo.ijm
 * mvn -q compile exec:java -Dexec.args="FILE.ijm [ARGUMENT]"       any macro; getArgument() gives ARGUMENT
 * </pre>
 *
 * <p>Text that the macro prints, the log, and about one line of progress a second go to standard output. If the macro or a
 * command in it fails, one sentence goes to standard error and the exit code is 1; {@code exit("message")} counts as a
 * failure, {@code exit()} does not.
 */
public final class MacroRunner {

    private static final Path DEMO = Path.of("macros", "demo.ijm");

    private MacroRunner() {}

    /**
     * The entry point.
     *
     * @param args nothing, or a macro file and its argument; further words belong to the argument
     */
    public static void main(final String[] args) {
        System.setProperty("java.awt.headless", "true");
        final int code = run(args);
        if (code != 0) {
            // NB: under exec:java this ends Maven, too, with our sentence as the last line; an
            // exception would be followed by
            // ten lines of Maven about itself.
            System.exit(code);
        }
    }

    private static int run(final String... args) {
        final Path file = args.length == 0 ? DEMO : Path.of(args[0]);
        final String argument =
                args.length < 2 ? "" : String.join(" ", Arrays.copyOfRange(args, 1, args.length));
        try {
            final String macro = MacroFile.read(file);
            new HeadlessImageJ().start();
            new MacroSession(file).run(macro, argument);
            return 0;
        } catch (final UNetException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
