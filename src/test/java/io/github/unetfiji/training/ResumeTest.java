package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.AVERAGE;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.MINUTES;
import static io.github.unetfiji.training.TrainingKeys.OPTIMIZER;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.SCHEDULE;
import static io.github.unetfiji.training.TrainingKeys.SEED;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static io.github.unetfiji.training.TrainingKeys.WARMUP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.file.YamlMap;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.network.Parameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A training that was interrupted and resumed gives the same bits as one that was not. */
class ResumeTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    @TempDir Path folder;

    private static TrainingSettings.Builder tiny() {
        return TrainingSettings.builder()
                .with(DEPTH, 1)
                .with(FEATURES, 2)
                .with(PATCH, 36)
                .with(ITERATIONS, 20)
                .with(EVERY, 3)
                .with(VALIDATION, "3")
                .with(RATE, 0.01);
    }

    private Path model() {
        return folder.resolve("cells.zip");
    }

    private Training training(final TrainingSettings.Builder settings) {
        return Training.of("cells", SQUARES, settings.build())
                .optModelFile(model())
                .optSaveEvery(Duration.ofDays(1));
    }

    /** Stops as the user would, after an iteration. */
    private static TrainingListener stopAfter(final int last, final TrainingControl control) {
        return new TrainingListener() {
            @Override
            public void onIteration(final int iteration, final double loss, final double rate) {
                if (iteration == last) {
                    control.stop();
                }
            }
        };
    }

    private void stopAfter(final int last, final Training training) {
        final TrainingControl control = new TrainingControl();
        training.optControl(control).optListener(stopAfter(last, control)).run();
    }

    private static List<String> withoutSeconds(final TrainingHistory history) {
        return history.toCsv().lines().map(line -> line.replaceAll(",[^,]*$", "")).toList();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "adam, none, 0, 7",
        "sgd, none, 0, 6",
        "adam, cosine, 0, 1",
        "sgd, plateau, 0.9, 13",
        "adam, plateau, 0.9, 19"
    })
    void stoppedAndResumed(
            final String optimizer, final String schedule, final double average, final int stop) {
        final TrainingSettings.Builder settings =
                tiny().with(OPTIMIZER, TrainingKeys.OPTIMIZER.read(optimizer))
                        .with(SCHEDULE, SCHEDULE.read(schedule))
                        .with(AVERAGE, average)
                        .with(WARMUP, 2);
        final Training.Result whole = Training.of("cells", SQUARES, settings.build()).run();
        stopAfter(stop, training(settings));
        final Training.Result resumed = training(settings).optResume(true).run();
        assertEquals(whole.model().parameters(), resumed.model().parameters());
        assertEquals(withoutSeconds(whole.history()), withoutSeconds(resumed.history()));
        assertEquals(20, resumed.model().provenance().get("iterations_done"));
    }

    @Test
    void cancelledAndResumed() throws IOException {
        final Parameters whole =
                Training.of("cells", SQUARES, tiny().build()).run().model().parameters();
        final List<Integer> iterations = new ArrayList<>();
        final TrainingListener count =
                new TrainingListener() {
                    @Override
                    public void onIteration(
                            final int iteration, final double loss, final double rate) {
                        iterations.add(iteration);
                    }
                };
        final Progress cancelling =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return iterations.size() == 5;
                    }
                };
        assertThrows(
                CancelledException.class,
                () -> training(tiny()).optListener(count).optProgress(cancelling).run());
        assertEquals(List.of("cells-history.csv", "cells.state", "cells.zip"), files());
        assertEquals(3, ModelPackage.read(model()).provenance().get("best_iteration"));
        assertEquals(whole, training(tiny()).optResume(true).run().model().parameters());
        assertEquals(List.of("cells-history.csv", "cells.zip"), files(), "nothing left over");
    }

    @Test
    void withoutHeldOutSlicesTheLastParametersAreTheModel() {
        final TrainingSettings.Builder settings = tiny().with(VALIDATION, "0");
        final Parameters whole =
                Training.of("cells", SQUARES, settings.build()).run().model().parameters();
        stopAfter(8, training(settings));
        assertEquals(8, ModelPackage.read(model()).provenance().get("best_iteration"));
        assertEquals(whole, training(settings).optResume(true).run().model().parameters());
    }

    @Test
    void anEarlierModelGivesWayOnlyToAValidatedOrFinishedOne() throws IOException {
        Files.writeString(model(), "old");
        final TrainingSettings.Builder settings = tiny().with(EVERY, 10);
        assertEquals(
                "The model file "
                        + model()
                        + " exists already: replace it by \"overwrite\", keep it by \"resume\" if it is the"
                        + " result of this very training, train it further by \"start\", or name"
                        + " another file.",
                assertThrows(UNetException.class, () -> training(settings).run()).getMessage());
        final Progress cancelled =
                new Progress() {
                    private int reports;

                    @Override
                    public void report(final long done, final long total, final String message) {
                        reports += message.startsWith("training") ? 1 : 0;
                    }

                    @Override
                    public boolean isCancelled() {
                        return reports == 5;
                    }
                };
        assertThrows(
                CancelledException.class,
                () -> training(settings).optOverwrite(true).optProgress(cancelled).run());
        assertEquals("old", Files.readString(model()));
        training(settings).optResume(true).run();
        assertEquals(20, ModelPackage.read(model()).provenance().get("iterations_done"));
    }

    @Test
    void stoppingKeepsTheBestAndSaysWhy() {
        stopAfter(7, training(tiny()));
        final var provenance = ModelPackage.read(model()).provenance();
        assertEquals("Stopped by the user after iteration 7.", provenance.get("ended"));
        assertEquals(7, provenance.get("iterations_done"));
        assertTrue(
                List.of(3, 6).contains(provenance.get("best_iteration")),
                () -> provenance.toString());
    }

    @Test
    void withoutAStateItBegins() {
        final Parameters whole =
                Training.of("cells", SQUARES, tiny().build()).run().model().parameters();
        assertEquals(whole, training(tiny()).optResume(true).run().model().parameters());
    }

    /** As a job that a cluster runs again. */
    @Test
    void whatIsFinishedIsNotTrainedAgain() throws IOException {
        final Training.Result first = training(tiny()).run();
        final FileTime written = Files.getLastModifiedTime(model());
        final List<String> heard = new ArrayList<>();
        final Training.Result again =
                training(tiny())
                        .optResume(true)
                        .optListener(
                                new TrainingListener() {
                                    @Override
                                    public void onStart(final TrainingPlan plan) {
                                        heard.add("trains");
                                    }

                                    @Override
                                    public void onEnd(final String reason) {
                                        heard.add(reason);
                                    }
                                })
                        .run();
        assertEquals(
                List.of(
                        "The model is the result of this very training already, which is finished:"
                                + " nothing is left to do."),
                heard);
        assertEquals(first.history(), again.history());
        assertEquals(first.model().parameters(), again.model().parameters());
        assertEquals(written, Files.getLastModifiedTime(model()));
        assertEquals(
                "The model "
                        + model()
                        + " is the result of another training: rate is 0.02, but was 0.01; replace it"
                        + " by \"overwrite\", or name another file.",
                assertThrows(
                                UNetException.class,
                                () -> training(tiny().with(RATE, 0.02)).optResume(true).run())
                        .getMessage());
        training(tiny().with(RATE, 0.02)).optResume(true).optOverwrite(true).run();
        assertEquals(0.02, ModelPackage.read(model()).provenance().get("rate"));
    }

    @Test
    void anInterruptedModelIsNotReplacedUnasked() throws IOException {
        stopAfter(7, training(tiny()));
        assertEquals(
                "The training of the model "
                        + model()
                        + " was interrupted: go on with it by \"resume\", begin anew by \"overwrite\", or name"
                        + " another file.",
                assertThrows(UNetException.class, () -> training(tiny()).run()).getMessage());
        Files.delete(folder.resolve("cells.state"));
        assertEquals(
                "The training of the model "
                        + model()
                        + " did not end, and its state "
                        + folder.resolve("cells.state")
                        + " is gone: begin anew by \"overwrite\", train it further by \"start\", or name"
                        + " another file.",
                assertThrows(UNetException.class, () -> training(tiny()).optResume(true).run())
                        .getMessage());
    }

    /** It ends when the time is over, and more time gives the same bits as if it had been given at once. */
    @Test
    void minutes() throws IOException {
        final Training.Result whole = Training.of("cells", SQUARES, tiny().build()).run();
        final Training.Result cut = training(tiny().with(MINUTES, 1e-6)).run();
        assertEquals(
                "Ended after iteration 1 of 20: the time of 0.000001 min is over.",
                cut.model().provenance().get("ended"));
        assertEquals(List.of("cells-history.csv", "cells.state", "cells.zip"), files());
        training(tiny().with(MINUTES, 1e-6)).optResume(true).run();
        assertEquals(1, ModelPackage.read(model()).provenance().get("iterations_done"));
        final Training.Result resumed = training(tiny().with(MINUTES, 100)).optResume(true).run();
        assertEquals(whole.model().parameters(), resumed.model().parameters());
        assertEquals(withoutSeconds(whole.history()), withoutSeconds(resumed.history()));
        assertEquals("All 20 iterations are done.", resumed.model().provenance().get("ended"));
    }

    @Test
    void otherSettings() {
        stopAfter(4, training(tiny()));
        final String message =
                assertThrows(
                                UNetException.class,
                                () ->
                                        training(tiny().with(RATE, 0.02).with(SEED, 5))
                                                .optResume(true)
                                                .run())
                        .getMessage();
        assertEquals(
                "The training in "
                        + folder.resolve("cells.state")
                        + " cannot be resumed: rate is 0.02, but was 0.01; seed is 5, but was 1;"
                        + " resume with what it began with, or begin anew by \"overwrite\" instead of \"resume\".",
                message);
    }

    @Test
    void otherData() {
        stopAfter(4, training(tiny()));
        final String message =
                assertThrows(
                                UNetException.class,
                                () ->
                                        Training.of(
                                                        "cells",
                                                        List.of(TestLabels.squares(52, 3)),
                                                        tiny().build())
                                                .optModelFile(model())
                                                .optResume(true)
                                                .run())
                        .getMessage();
        assertTrue(
                message.contains(
                        "cannot be resumed: the data are [{name=squares, width=52, height=52,"
                                + " slices=3, channels=1, annotated_slices=3, sha256="),
                message);
    }

    @Test
    void aDamagedState() throws IOException {
        stopAfter(4, training(tiny()));
        final Path state = folder.resolve("cells.state");
        final byte[] bytes = Files.readAllBytes(state);
        bytes[bytes.length / 2] ^= 1;
        Files.write(state, bytes);
        final String message =
                assertThrows(UNetException.class, () -> training(tiny()).optResume(true).run())
                        .getMessage();
        assertTrue(
                message.matches(
                        "The training state .*cells\\.state cannot be used \\(invalid entry CRC"
                                + " .*\\): begin anew by \"overwrite\" instead of \"resume\"\\."),
                message);
        Files.write(state, java.util.Arrays.copyOf(bytes, bytes.length / 3));
        assertThrows(UNetException.class, () -> training(tiny()).optResume(true).run());
    }

    /** NB: a state is stored without compression, so nothing in it is larger than the file. */
    @Test
    void aStateThatInflates() throws IOException {
        stopAfter(4, training(tiny()));
        final Path state = folder.resolve("cells.state");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(state))) {
            zip.putNextEntry(new ZipEntry("state.yaml"));
            zip.write(new byte[1 << 20]);
        }
        assertEquals(
                "The training state "
                        + state
                        + " cannot be used (it unpacks to more than it holds): begin anew by"
                        + " \"overwrite\" instead of \"resume\".",
                assertThrows(UNetException.class, () -> training(tiny()).optResume(true).run())
                        .getMessage());
    }

    /** The first version took the smallest loss for the best; its trainings go on by the IoU. */
    @Test
    void aStateOfTheFirstVersion() throws IOException {
        stopAfter(7, training(tiny()));
        rewrite(
                folder.resolve("cells.state"),
                yaml -> {
                    yaml.put("version", 1);
                    yaml.put("best_loss", yaml.remove("lowest_loss"));
                    yaml.remove("best_mean_iou");
                    final String history = (String) yaml.get("history");
                    assertTrue(history.contains("iou_1,mean_iou,threshold,best,seconds"), history);
                    yaml.put(
                            "history",
                            history.replaceAll("(?m)^((?:[^,\n]*,){7})(?:[^,\n]*,){3}", "$1"));
                });
        final Training.Result resumed = training(tiny()).optResume(true).run();
        assertEquals(20, resumed.model().provenance().get("iterations_done"));
        assertEquals(
                List.of(3, 6, 9, 12, 15, 18, 20),
                resumed.history().rows().stream().map(TrainingHistory.Row::iteration).toList());
        assertEquals(
                resumed.history().best().orElseThrow().iteration(),
                resumed.model().provenance().get("best_iteration"));
        stopAfter(7, training(tiny()).optOverwrite(true));
        rewrite(folder.resolve("cells.state"), yaml -> yaml.put("version", 3));
        assertEquals(
                "The training state "
                        + folder.resolve("cells.state")
                        + " has version 3, but this program reads up to 2: go on with the program that"
                        + " wrote it.",
                assertThrows(UNetException.class, () -> training(tiny()).optResume(true).run())
                        .getMessage());
    }

    /** Changes the description in a state file. */
    private static void rewrite(final Path state, final Consumer<Map<String, Object>> change)
            throws IOException {
        final Path copy = state.resolveSibling("copy");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(state));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (entry.getName().equals("state.yaml")) {
                    final Map<String, Object> yaml = new LinkedHashMap<>();
                    YamlMap.parse(bytes, "state")
                            .map()
                            .forEach((key, value) -> yaml.put(String.valueOf(key), value));
                    change.accept(yaml);
                    bytes = YamlMap.text(yaml).getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
            }
        }
        Files.move(copy, state, StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void anotherTrainingWritesTheModel() {
        try (RunFiles other = RunFiles.open(model())) {
            assertFalse(other.hasState());
            assertEquals(
                    "Another training writes the model "
                            + model()
                            + " now: wait until it ends, or name another file.",
                    assertThrows(UNetException.class, () -> training(tiny()).run()).getMessage());
        }
        training(tiny().with(ITERATIONS, 1)).run();
    }

    /** What killed trainings left beside the model, its state and its curves. */
    @Test
    void leftoversAreRemoved() throws IOException {
        for (final String target : List.of("cells.zip", "cells.state", "cells-history.csv")) {
            final Path half = folder.resolve(".01234567-89ab-cdef-0123-456789abcdef." + target);
            Files.setLastModifiedTime(
                    Files.writeString(half, "half"),
                    FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        }
        training(tiny().with(ITERATIONS, 1)).run();
        assertEquals(List.of("cells-history.csv", "cells.zip"), files());
    }

    @Test
    void twoTrainingsAtOnce() {
        final List<String> messages = new ArrayList<>();
        final TrainingListener another =
                new TrainingListener() {
                    @Override
                    public void onStart(final TrainingPlan plan) {
                        messages.add(
                                assertThrows(
                                                UNetException.class,
                                                () ->
                                                        Training.of("b", SQUARES, tiny().build())
                                                                .run())
                                        .getMessage());
                    }
                };
        training(tiny().with(ITERATIONS, 1)).optListener(another).run();
        assertEquals(
                List.of("Another training is running in this program: wait until it ends."),
                messages);
    }

    /** The folder vanishes: the training goes on, and the model is written elsewhere in the end. */
    @Test
    void theFolderVanishes() throws IOException {
        final Path gone = Files.createDirectory(folder.resolve("gone"));
        final Path there = folder.resolve("there");
        final List<String> warnings = new ArrayList<>();
        final TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onIteration(
                            final int iteration, final double loss, final double rate) {
                        if (iteration == 1) {
                            move(gone, there);
                        }
                    }

                    @Override
                    public void onWarning(final String warning) {
                        warnings.add(warning);
                    }
                };
        final String message =
                assertThrows(
                                UNetException.class,
                                () ->
                                        Training.of("cells", SQUARES, tiny().with(EVERY, 1).build())
                                                .optModelFile(gone.resolve("cells.zip"))
                                                .optSaveEvery(Duration.ZERO)
                                                .optListener(listener)
                                                .run())
                        .getMessage();
        assertTrue(
                message.matches(
                        "Cannot write .*cells\\.zip: the folder .*gone does not exist\\. The trained"
                                + " model was written to .*rescued-.*-cells\\.zip instead\\."),
                message);
        assertTrue(
                warnings.stream()
                        .anyMatch(
                                warning ->
                                        warning.endsWith(
                                                "gone does not exist. The training goes on; what was"
                                                        + " saved before is still there.")),
                warnings.toString());
        final Path rescued = Path.of(message.replaceAll(".*was written to (.*) instead\\.", "$1"));
        assertEquals("cells", ModelPackage.read(rescued).name());
        Files.delete(rescued);
    }

    private static void move(final Path from, final Path to) {
        try {
            Files.move(from, to);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void historyReadsWhatItWrites() {
        final TrainingHistory history =
                new TrainingHistory(
                        List.of(
                                new TrainingHistory.Row(
                                        5,
                                        0.1,
                                        1e-3,
                                        new ValidationResult(0.3, 0.2, List.of(0.5, Double.NaN)),
                                        1.25),
                                new TrainingHistory.Row(
                                        10,
                                        0.05,
                                        5e-4,
                                        new ValidationResult(0.2, 0.1, List.of(0.6, 0.75)),
                                        2.5)));
        assertEquals(history, TrainingHistory.parse(history.toCsv()));
        final TrainingHistory bare =
                new TrainingHistory(List.of(new TrainingHistory.Row(5, 0.1, 1e-3, null, 1.25)));
        assertEquals(bare, TrainingHistory.parse(bare.toCsv()));
        assertThrows(UNetException.class, () -> TrainingHistory.parse("a\n1,2"));
    }
}
