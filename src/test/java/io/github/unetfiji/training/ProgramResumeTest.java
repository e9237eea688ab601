package io.github.unetfiji.training;

import static io.github.unetfiji.training.TrainingKeys.AVERAGE;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ArchiveTensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The training of a program of others that was interrupted and resumed gives the same bits as one that was not. */
class ProgramResumeTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    @TempDir Path folder;

    private static TrainingSettings.Builder tiny(final double average) {
        return TrainingSettings.builder()
                .with(ITERATIONS, 16)
                .with(EVERY, 3)
                .with(VALIDATION, "3")
                .with(AVERAGE, average)
                .with(RATE, 0.01);
    }

    private Training training(
            final ImportedModel start, final TrainingSettings settings, final String name) {
        return Training.of("cells", SQUARES, settings)
                .optStart(start)
                .optModelFile(folder.resolve(name))
                .optSaveEvery(Duration.ofMillis(1));
    }

    private static Map<String, Tensor> tensors(final Training.Result result) {
        return ArchiveTensors.of(((ImportedModel) result.trained().model()).program().archive())
                .values();
    }

    private static List<String> withoutSeconds(final TrainingHistory history) {
        return history.toCsv().lines().map(line -> line.replaceAll(",[^,]*$", "")).toList();
    }

    private void stopAfter(final int last, final Training training) {
        final TrainingControl control = new TrainingControl();
        training.optControl(control)
                .optListener(
                        new TrainingListener() {
                            @Override
                            public void onIteration(
                                    final int iteration, final double loss, final double rate) {
                                if (iteration == last) {
                                    control.stop();
                                }
                            }
                        })
                .run();
    }

    @ParameterizedTest
    @CsvSource({"boundary_04, 0, 7", "fixed_04, 0.9, 8"})
    void stoppedAndResumed(final String name, final double average, final int stop) {
        final ImportedModel start = ForeignPackages.open(name, folder);
        final TrainingSettings settings = tiny(average).build();
        final Training.Result whole = training(start, settings, "whole.zip").run();
        stopAfter(stop, training(start, settings, "parts.zip"));
        assertTrue(Files.exists(folder.resolve("parts.state")));
        final Training.Result resumed =
                training(start, settings, "parts.zip").optResume(true).run();
        assertEquals(tensors(whole), tensors(resumed));
        assertEquals(withoutSeconds(whole.history()), withoutSeconds(resumed.history()));
        final Training.Result again = training(start, settings, "parts.zip").optResume(true).run();
        assertEquals(tensors(whole), tensors(again), "it is finished, and kept");
    }

    @Test
    void anotherStartIsAnotherTraining() {
        final TrainingSettings settings = tiny(0).build();
        stopAfter(4, training(ForeignPackages.open("boundary_04", folder), settings, "cells.zip"));
        final ImportedModel other = ForeignPackages.open("fixed_04", folder);
        final UNetException failure =
                assertThrows(
                        UNetException.class,
                        () -> training(other, settings, "cells.zip").optResume(true).run());
        assertTrue(
                failure.getMessage().contains("the model to start from is another one"),
                failure::getMessage);
    }
}
