package io.github.unetfiji.training;

import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.model.FineTunedPackage;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.torchscript.ArchiveTensors;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others learn from annotations, and stay packages of others. */
class ProgramTrainingTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    @TempDir Path folder;

    private static TrainingSettings.Builder tiny() {
        return TrainingSettings.builder()
                .with(ITERATIONS, 60)
                .with(EVERY, 10)
                .with(VALIDATION, "3")
                .with(RATE, 0.01);
    }

    private Path file() {
        return folder.resolve("tuned.zip");
    }

    private Training.Result trained(
            final ImportedModel start,
            final List<AnnotatedImage> images,
            final TrainingSettings settings) {
        final Training.Result result =
                Training.of("tuned", images, settings).optStart(start).optModelFile(file()).run();
        final List<TrainingHistory.Row> rows = result.history().rows();
        final TrainingHistory.Row last = rows.get(rows.size() - 1);
        assertTrue(last.loss() < 0.7 * rows.get(0).loss(), result.history()::toCsv);
        assertTrue(last.validation().meanIou() > 0.9, result.history()::toCsv);
        return result;
    }

    private static Set<String> same(
            final Map<String, Tensor> before, final Map<String, Tensor> after) {
        final Set<String> same = new TreeSet<>();
        assertEquals(before.keySet(), after.keySet());
        before.forEach(
                (name, tensor) -> {
                    if (tensor.equals(after.get(name))) {
                        same.add(name);
                    }
                });
        return same;
    }

    @Test
    void foregroundAndBoundaryAreLearned() {
        final ImportedModel start = ForeignPackages.open("boundary_04", folder);
        trained(start, SQUARES, tiny().with(PATCH, 32).build());
        final ImportedModel tuned = ForeignPackages.open(file());
        assertEquals("tuned", tuned.name());
        assertEquals("0.4.10", tuned.description().formatVersion());
        assertEquals(
                Set.of("unused"),
                same(start.program().parameters(), tuned.program().parameters()),
                "the output does not depend on it");
        assertEquals(
                Set.of(),
                same(start.program().buffers(), tuned.program().buffers()),
                "batch normalisation counts and averages");
        final Object parents = FineTunedPackage.provenance(tuned).get("parents");
        assertEquals("boundary 04", ((Map<?, ?>) ((List<?>) parents).get(0)).get("name"));
        assertEquals(start.description().license(), tuned.description().license());
    }

    @Test
    void oneForegroundOfAFixedSizeIsLearned() {
        final ImportedModel start = ForeignPackages.open("fixed_04", folder);
        final Training.Result result = trained(start, SQUARES, tiny().build());
        assertEquals("48x40", result.trained().provenance().get("patch"));
        assertEquals("foreground logits", result.trained().provenance().get("learned"));
    }

    @Test
    void aModelThatWasTunedIsTunedFurther() {
        trained(ForeignPackages.open("boundary_04", folder), SQUARES, tiny().build());
        final ImportedModel first = ForeignPackages.open(file());
        final Training.Result second =
                Training.of("second", SQUARES, tiny().with(ITERATIONS, 10).build())
                        .optStart(first)
                        .run();
        assertTrue(second.history().rows().get(0).validation().meanIou() > 0.9);
        assertEquals(
                List.of("tuned", "boundary 04"),
                ((List<?>) second.trained().provenance().get("parents"))
                        .stream().map(parent -> ((Map<?, ?>) parent).get("name")).toList());
    }

    @Test
    void theResultInMemoryIsThatOfTheFile() {
        final Training.Result result =
                trained(ForeignPackages.open("boundary_04", folder), SQUARES, tiny().build());
        final ImportedModel memory = (ImportedModel) result.trained().model();
        final ImportedModel written = ForeignPackages.open(file());
        assertEquals(
                ArchiveTensors.of(memory.program().archive()).values(),
                ArchiveTensors.of(written.program().archive()).values());
        assertEquals(
                memory.program().parameters().get("head.bias"),
                written.program().parameters().get("head.bias"));
    }

    @Test
    void aStepOfNoLengthChangesNoParameter() throws Exception {
        final ImportedModel start = ForeignPackages.open("boundary_04", folder);
        final byte[] before = Files.readAllBytes(start.file());
        Training.of("tuned", SQUARES, tiny().with(ITERATIONS, 1).with(RATE, 1e-30).build())
                .optStart(start)
                .optModelFile(file())
                .run();
        final ImportedModel tuned = ForeignPackages.open(file());
        start.program()
                .parameters()
                .forEach(
                        (name, tensor) ->
                                assertArrayEquals(
                                        tensor.values(),
                                        tuned.program().parameters().get(name).values(),
                                        1e-29f));
        assertNotEquals(
                start.program().buffers().get("a.1.num_batches_tracked"),
                tuned.program().buffers().get("a.1.num_batches_tracked"));
        assertArrayEquals(before, Files.readAllBytes(start.file()));
    }
}
