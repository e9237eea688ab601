package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Architecture;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be trained is refused before the training, with one sentence that says why. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgramRefusalTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    @TempDir static Path folder;

    /** NB: opening one has its test tensors run in a process of their own. */
    private final Map<String, ImportedModel> opened = new HashMap<>();

    private String refusal(
            final String name,
            final List<AnnotatedImage> images,
            final TrainingSettings.Builder settings) {
        final ImportedModel start =
                opened.computeIfAbsent(name, key -> ForeignPackages.open(key, folder));
        final Training training =
                Training.of("tuned", images, settings.with(TrainingKeys.ITERATIONS, 1).build())
                        .optStart(start)
                        .optModelFile(folder.resolve("tuned.zip"))
                        .optListener(
                                new TrainingListener() {
                                    @Override
                                    public void onStart(final TrainingPlan plan) {
                                        throw new AssertionError("it began");
                                    }
                                });
        final String sentence = assertThrows(UNetException.class, training::run).getMessage();
        assertEquals(1, sentence.lines().count());
        assertTrue(sentence.endsWith("."), sentence);
        return sentence;
    }

    @Test
    void aFrozenProgram() {
        assertEquals(
                "The program cannot be trained: it has no parameters of float32; it was frozen, or holds"
                        + " its weights as constants.",
                refusal("frozen_04", SQUARES, TrainingSettings.builder()));
    }

    @Test
    void otherChannels() {
        assertEquals(
                "The image has 1 channel(s), but the model 'classes 05' takes 3.",
                refusal("classes_05", SQUARES, TrainingSettings.builder()));
    }

    @Test
    void slicesThatAreSmallerThanAFixedSize() {
        assertEquals(
                "The program takes only images of 48x40 px, but none of the slices to learn from is that"
                        + " large.",
                refusal(
                        "fixed_04",
                        List.of(TestLabels.squares(44, 3)),
                        TrainingSettings.builder()));
    }

    @Test
    void aPatchThatItDoesNotTake() {
        assertEquals(
                "patch is 64, but the program takes only images of 48x40 px: leave it out.",
                refusal(
                        "fixed_04",
                        SQUARES,
                        TrainingSettings.builder().with(TrainingKeys.PATCH, 64)));
        assertEquals(
                "patch is 33 px, but the model 'boundary 04' takes only 4k px: try 32 or 36.",
                refusal(
                        "boundary_04",
                        SQUARES,
                        TrainingSettings.builder().with(TrainingKeys.PATCH, 33)));
    }

    @Test
    void settingsOfUNets() {
        for (final TrainingSettings.Builder settings :
                List.of(
                        TrainingSettings.builder().with(Architecture.FEATURES, 8),
                        TrainingSettings.builder().with(Architecture.DEPTH, 2),
                        TrainingSettings.builder().with(Architecture.DROPOUT, 0.1),
                        TrainingSettings.builder().with(TrainingKeys.FREEZE, true),
                        TrainingSettings.builder()
                                .with(
                                        TrainingKeys.NORMALIZE,
                                        TrainingKeys.NORMALIZE.read("slice")))) {
            final String sentence = refusal("boundary_04", SQUARES, settings);
            assertTrue(
                    sentence.matches(
                            "(features|depth|dropout|freeze|normalize) was given, but has no meaning"
                                    + " for the model 'boundary 04' to start from, which is the package"
                                    + " of another program: leave it out\\."),
                    sentence);
        }
    }
}
