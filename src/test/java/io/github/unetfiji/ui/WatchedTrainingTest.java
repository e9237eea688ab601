package io.github.unetfiji.ui;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.training.Training;
import io.github.unetfiji.training.TrainingSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedTrainingTest {

    @TempDir private Path folder;

    private String cancelledAfter(final int iterations) {
        final ImagePlus image = IJ.createImage("a", "8-bit ramp", 40, 40, 1);
        final ImagePlus labels = IJ.createImage("b", "8-bit black", 40, 40, 1);
        labels.getProcessor().set(20, 20, 1);
        final TrainingSettings settings =
                TrainingSettings.builder()
                        .with(DEPTH, 1)
                        .with(FEATURES, 2)
                        .with(ITERATIONS, 50)
                        .build();
        final int[] done = {iterations == 0 ? 0 : -1};
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long now, final long total, final String message) {
                        if (message.startsWith("training") && now >= iterations) {
                            done[0] = 0;
                        }
                    }

                    @Override
                    public boolean isCancelled() {
                        return done[0] == 0;
                    }
                };
        final Path model = folder.resolve("cells.zip");
        final Training training =
                Training.of(
                                "cells",
                                List.of(
                                        new AnnotatedImage(
                                                "a",
                                                ImagePlusSlices.of(image),
                                                ImagePlusLabels.of(labels))),
                                settings)
                        .optModelFile(model);
        return assertThrows(
                        CancelledException.class,
                        () -> WatchedTraining.run(training, model, progress))
                .getMessage();
    }

    @Test
    void aCancelledTrainingSaysWhatStaysAndHowToGoOn() {
        assertEquals(
                "Cancelled before the first iteration: nothing was written.", cancelledAfter(0));
        assertEquals(
                "Cancelled: what was reached is saved beside "
                        + folder.resolve("cells.zip")
                        + "; the same training with \"Resume an interrupted training\" goes on from there.",
                cancelledAfter(2));
    }
}
