package io.github.unetfiji.batch;

import io.github.unetfiji.command.SegmentFilesCommand;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/** A folder run in a JVM of its own, to be killed. Arguments: model, input, into. */
final class KilledFolder {

    private KilledFolder() {}

    /** Starts the run, which resumes. */
    static Process start(final Path model, final Path input, final Path into) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledFolder.class.getName(),
                        model.toString(),
                        input.toString(),
                        into.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(final String[] args) throws Exception {
        run(new File(args[0]), new File(args[1]), new File(args[2]));
    }

    /** The run itself. */
    static void run(final File model, final File input, final File into) throws Exception {
        System.setProperty("java.awt.headless", "true");
        try (Context context = new Context(CommandService.class, StatusService.class)) {
            context.service(CommandService.class)
                    .run(
                            SegmentFilesCommand.class,
                            false,
                            "model",
                            model,
                            "input",
                            input,
                            "into",
                            into,
                            "tile",
                            92,
                            "resume",
                            true)
                    .get();
        }
    }
}
