package io.github.unetfiji.training;

import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.model.FineTunedPackage;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Tensor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others learn from annotations, and stay packages of others. */
class ProgramTrainingTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    @TempDir Path folder;

    private static TrainingSettings.Builder tiny() {
        return TrainingSettings.builder()
                .with(PATCH, 32)
                .with(ITERATIONS, 60)
                .with(EVERY, 10)
                .with(VALIDATION, "3")
                .with(RATE, 0.01);
    }

    private Path file() {
        return folder.resolve("tuned.zip");
    }

    private static List<Double> losses(final TrainingHistory history) {
        final List<Double> losses = new ArrayList<>();
        history.rows().forEach(row -> losses.add(row.loss()));
        return losses;
    }

    @Test
    void foregroundAndBoundaryAreLearned() {
        final ImportedModel start = ForeignPackages.open("boundary_04", folder);
        final Training.Result result =
                Training.of("tuned", SQUARES, tiny().build())
                        .optStart(start)
                        .optModelFile(file())
                        .run();
        final List<Double> losses = losses(result.history());
        System.out.println(result.history().toCsv());
        assertTrue(losses.get(losses.size() - 1) < 0.7 * losses.get(0), losses::toString);
        final ImportedModel tuned = ForeignPackages.open(file());
        assertEquals("tuned", tuned.name());
        final Map<String, Tensor> before = start.program().parameters();
        final Map<String, Tensor> after = tuned.program().parameters();
        final TreeSet<String> same = new TreeSet<>();
        before.forEach(
                (name, tensor) -> {
                    if (tensor.equals(after.get(name))) {
                        same.add(name);
                    }
                });
        assertEquals(new TreeSet<>(List.of("unused")), same, "the output does not depend on it");
        final Tensor counter = tuned.program().buffers().get("a.1.num_batches_tracked");
        assertNotEquals(start.program().buffers().get("a.1.num_batches_tracked"), counter);
        assertNotEquals(
                start.program().buffers().get("b.1.running_mean"),
                tuned.program().buffers().get("b.1.running_mean"));
        assertEquals("tuned", FineTunedPackage.provenance(tuned).get("name") == null ? "tuned" : "");
        assertFalse(FineTunedPackage.provenance(tuned).isEmpty());
    }
}
