package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.AVERAGE;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.SCHEDULE;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;

import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * A training in a JVM of its own, which is killed at random moments and resumed until it is complete; then its model must have the
 * bits of one that was left alone, and at every moment the model file must be loadable.
 *
 * <p>The experiment with 20 kills (about two minutes):
 *
 * <pre>
 * mvn -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     "-Dexec.args=-cp %classpath io.github.unetfiji.training.KilledTraining 20"
 * </pre>
 */
public final class KilledTraining {

    static final int ITERATIONS = 200;

    private KilledTraining() {}

    private static Training training(final Path model) {
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(DEPTH, 2)
                        .with(FEATURES, 4)
                        .with(PATCH, 92)
                        .with(TrainingKeys.ITERATIONS, ITERATIONS)
                        .with(EVERY, 10)
                        .with(RATE, 0.003)
                        .with(SCHEDULE, Schedule.COSINE)
                        .with(AVERAGE, 0.9)
                        .with(VALIDATION, "4")
                        .build();
        return Training.of("killed", List.of(TestLabels.squares(96, 4)), settings)
                .optModelFile(model)
                .optSaveEvery(Duration.ofMillis(20))
                .optResume(true);
    }

    /** The parameters of the training that nobody interrupts. */
    static Parameters alone(final Path model) {
        return training(model).run().model().parameters();
    }

    /** Starts the training, or goes on with it. */
    static Process start(final Path model) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty(
                                "surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledTraining.class.getName(),
                        model.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /**
     * With a file: trains, or goes on. With a number: kills that often.
     */
    public static void main(final String[] args) throws IOException, InterruptedException {
        if (args[0].matches("\\d+")) {
            experiment(Integer.parseInt(args[0]));
        } else {
            training(Path.of(args[0])).run();
        }
    }

    private static void experiment(final int kills) throws IOException, InterruptedException {
        final Path folder = Files.createTempDirectory("killed");
        final Path model = folder.resolve("killed.zip");
        final Parameters expected = alone(folder.resolve("alone.zip"));
        final Random random = new Random(1);
        int killed = 0;
        int loaded = 0;
        int equal = 0;
        int runs = 0;
        while (killed < kills) {
            final Process process = start(model);
            if (process.waitFor(1500 + random.nextInt(2500), TimeUnit.MILLISECONDS)) {
                equal += check(model, expected) ? 1 : 0;
                runs++;
                Files.delete(model);
                continue;
            }
            process.destroyForcibly().waitFor();
            killed++;
            if (Files.exists(model)) {
                ModelPackage.read(model);
                loaded++;
            }
            System.out.printf(
                    "killed %d: model %s, state %s%n",
                    killed,
                    Files.exists(model) ? "loads" : "not yet written",
                    Files.exists(folder.resolve("killed.state")));
        }
        start(model).waitFor();
        equal += check(model, expected) ? 1 : 0;
        runs++;
        System.out.printf(
                "%d kills, %d models loaded, %d of %d completed trainings equal bit by bit%n",
                killed, loaded, equal, runs);
    }

    private static boolean check(final Path model, final Parameters expected) {
        return ModelPackage.read(model).parameters().equals(expected);
    }
}
