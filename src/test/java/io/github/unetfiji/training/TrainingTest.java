package io.github.unetfiji.training;

import static io.github.unetfiji.network.Architecture.DEPTH;
import static io.github.unetfiji.network.Architecture.DROPOUT;
import static io.github.unetfiji.network.Architecture.FEATURES;
import static io.github.unetfiji.training.TrainingKeys.EVERY;
import static io.github.unetfiji.training.TrainingKeys.ITERATIONS;
import static io.github.unetfiji.training.TrainingKeys.OPTIMIZER;
import static io.github.unetfiji.training.TrainingKeys.PATCH;
import static io.github.unetfiji.training.TrainingKeys.PATIENCE;
import static io.github.unetfiji.training.TrainingKeys.RATE;
import static io.github.unetfiji.training.TrainingKeys.SCHEDULE;
import static io.github.unetfiji.training.TrainingKeys.SEED;
import static io.github.unetfiji.training.TrainingKeys.VALIDATION;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AugmentationSettings;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.optimize.Schedule;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrainingTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));

    private static TrainingSettings.Builder tiny() {
        return TrainingSettings.builder()
                .with(DEPTH, 1)
                .with(FEATURES, 2)
                .with(PATCH, 36)
                .with(ITERATIONS, 8)
                .with(EVERY, 4)
                .with(RATE, 0.01);
    }

    private static Training.Result run(final TrainingSettings.Builder settings) {
        return Training.run(
                "squares", SQUARES, settings.build(), TrainingListener.NONE, Progress.NONE);
    }

    @ParameterizedTest
    @EnumSource(TrainingSettings.OptimizerKind.class)
    void theSameSeedGivesTheSameBits(final TrainingSettings.OptimizerKind optimizer) {
        final TrainingSettings.Builder settings =
                tiny().with(OPTIMIZER, optimizer).with(VALIDATION, "3");
        final UNetModel model = run(settings).model();
        assertEquals(model.parameters(), run(settings).model().parameters());
        assertNotEquals(model.parameters(), run(settings.with(SEED, 2)).model().parameters());
    }

    /** Dropout counts from the first iteration, not only after the first validation. */
    @Test
    void dropoutChangesTheFirstLoss() {
        final List<Double> losses = new ArrayList<>();
        for (final double dropout : new double[] {0, 0.5}) {
            Training.run(
                    "squares",
                    SQUARES,
                    tiny().with(ITERATIONS, 1).with(DROPOUT, dropout).build(),
                    new TrainingListener() {
                        @Override
                        public void onIteration(
                                final int iteration, final double loss, final double rate) {
                            losses.add(loss);
                        }
                    },
                    Progress.NONE);
        }
        assertEquals(2, losses.size());
        assertNotEquals(losses.get(0), losses.get(1));
    }

    /** Validation is only a look: it does not change what is learnt. */
    @Test
    void lookingDoesNotDisturb() {
        final TrainingSettings.Builder settings = tiny().with(VALIDATION, "3");
        final List<Double> often = losses(settings.with(EVERY, 1));
        assertEquals(often, losses(settings.with(EVERY, 8)));
    }

    private static List<Double> losses(final TrainingSettings.Builder settings) {
        final List<Double> losses = new ArrayList<>();
        final TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onIteration(
                            final int iteration, final double loss, final double rate) {
                        losses.add(loss);
                        assertEquals(losses.size(), iteration);
                    }
                };
        Training.run("squares", SQUARES, settings.build(), listener, Progress.NONE);
        return losses;
    }

    @Test
    void learnsATrivialTask() {
        final Training.Result result =
                run(
                        tiny().with(FEATURES, 4)
                                .with(ITERATIONS, 100)
                                .with(EVERY, 50)
                                .with(DROPOUT, 0)
                                .with(VALIDATION, "0.3")
                                .optAugmentation(
                                        AugmentationSettings.builder()
                                                .optDeformation(0)
                                                .optIntensity(0)
                                                .build()));
        final List<TrainingHistory.Row> rows = result.history().rows();
        assertEquals(2, rows.size());
        final TrainingHistory.Row last = rows.get(1);
        assertEquals(100, last.iteration());
        assertTrue(last.validation().loss() < 0.1, "loss " + last.validation().loss());
        assertTrue(last.validation().pixelError() < 0.03, last.validation().toString());
        assertTrue(last.loss() < rows.get(0).loss());
    }

    /** Steps of no length: the first validation is the best for ever. */
    @Test
    void patienceEndsAndPlateausHalve() {
        final List<Double> rates = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();
        final Training.Result result =
                Training.of(
                                "squares",
                                SQUARES,
                                tiny().with(ITERATIONS, 50)
                                        .with(EVERY, 1)
                                        .with(RATE, 1e-30)
                                        .with(VALIDATION, "3")
                                        .with(SCHEDULE, Schedule.PLATEAU)
                                        .with(PATIENCE, 12)
                                        .build())
                        .optListener(
                                new TrainingListener() {
                                    @Override
                                    public void onIteration(
                                            final int iteration,
                                            final double loss,
                                            final double rate) {
                                        rates.add(rate);
                                    }

                                    @Override
                                    public void onEnd(final String reason) {
                                        reasons.add(reason);
                                    }
                                })
                        .run();
        assertEquals(
                List.of(
                        "Ended after iteration 13: the validation loss has not improved for 12"
                                + " validations."),
                reasons);
        assertEquals(1, result.model().provenance().get("best_iteration"));
        assertEquals(13, rates.size());
        assertEquals(List.of(1e-30, 1e-30, 5e-31), rates.subList(4, 7));
        assertEquals(List.of(5e-31, 2.5e-31), rates.subList(10, 12));
    }

    @Test
    void theModelSaysWhatItIs() {
        final Training.Result result = run(tiny().with(VALIDATION, "2-3"));
        final UNetModel model = result.model();
        assertEquals("squares", model.name());
        assertEquals(new Architecture(1, 2, 1, 2, 0.5), model.architecture());
        assertEquals(List.of("background", "cell"), model.classes());
        assertEquals(36, model.provenance().get("patch"));
        assertEquals(1, model.provenance().get("training_slices"));
        assertEquals(2, model.provenance().get("validation_slices"));
        assertEquals(
                List.of(4, 8),
                result.history().rows().stream().map(TrainingHistory.Row::iteration).toList());
        final double largest =
                result.history().rows().stream()
                        .mapToDouble(row -> row.validation().meanIou())
                        .max()
                        .orElseThrow();
        assertEquals(largest, model.provenance().get("validation_mean_iou"));
    }

    @Test
    void heldOutSlicesThatAreIgnoredEverywhere() {
        final float[] image = new float[36 * 36];
        final int[] labels = new int[36 * 36];
        for (int i = 0; i < image.length; i++) {
            image[i] = i % 5;
            labels[i] = i / 8 % 2;
        }
        final int[] ignored = new int[36 * 36];
        java.util.Arrays.fill(ignored, -1);
        final AnnotatedImage annotated =
                new AnnotatedImage(
                        "half",
                        Slices.gray(36, 36, image, image),
                        new TestLabels(36, 36, labels, ignored));
        assertEquals(
                "The slices held out for validation hold no labels: every pixel of them is"
                        + " ignored.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        Training.run(
                                                "half",
                                                List.of(annotated),
                                                tiny().with(VALIDATION, "2").build(),
                                                TrainingListener.NONE,
                                                Progress.NONE))
                        .getMessage());
    }

    @Test
    void aRateThatIsMuchTooLarge() throws InterruptedException {
        final String message =
                assertThrows(
                                UNetException.class,
                                () ->
                                        run(
                                                tiny().with(
                                                                OPTIMIZER,
                                                                TrainingSettings.OptimizerKind.SGD)
                                                        .with(RATE, 1e20)))
                        .getMessage();
        assertTrue(
                message.matches(
                        "The loss became (NaN|Infinity) at iteration [234]: use a smaller rate than"
                                + " 1\\.0E20\\."),
                message);
        assertEquals(0, SampleThreads.leftAfterAWhile());
    }

    /** Also where the last step is the one that goes astray: the held-out slices tell. */
    @Test
    void aRateThatIsMuchTooLargeForTheLastStep() {
        final TrainingSettings.Builder settings =
                tiny().with(OPTIMIZER, TrainingSettings.OptimizerKind.SGD)
                        .with(ITERATIONS, 1)
                        .with(VALIDATION, "3")
                        .with(RATE, 1e30);
        assertEquals(
                "The loss became NaN at iteration 1: use a smaller rate than 1.0E30.",
                assertThrows(UNetException.class, () -> run(settings)).getMessage());
    }

    @Test
    void cancellingStopsAtOnce() throws InterruptedException {
        final List<Integer> iterations = new ArrayList<>();
        final TrainingListener listener =
                new TrainingListener() {
                    @Override
                    public void onIteration(
                            final int iteration, final double loss, final double rate) {
                        iterations.add(iteration);
                    }
                };
        final Progress progress =
                new Progress() {
                    @Override
                    public void report(final long done, final long total, final String message) {}

                    @Override
                    public boolean isCancelled() {
                        return iterations.size() == 3;
                    }
                };
        final TrainingSettings settings = tiny().with(ITERATIONS, 1000).build();
        assertThrows(
                CancelledException.class,
                () -> Training.run("squares", SQUARES, settings, listener, progress));
        assertEquals(List.of(1, 2, 3), iterations);
        assertEquals(0, SampleThreads.leftAfterAWhile());
    }

    @Test
    void progressCountsTheIterations() {
        final List<String> told = new ArrayList<>();
        Training.run(
                "squares",
                SQUARES,
                tiny().with(ITERATIONS, 3).build(),
                TrainingListener.NONE,
                (done, total, message) -> {
                    if (message.startsWith("training, loss 0.")
                            || message.startsWith("training, loss 1.")
                            || message.startsWith("training, loss 2.")) {
                        told.add(done + "/" + total);
                    }
                });
        assertEquals(List.of("1/3", "2/3", "3/3"), told);
    }

    @Test
    void imagesOfDifferentChannels() {
        final AnnotatedImage two =
                new AnnotatedImage(
                        "two",
                        Slices.noise(48, 48, 2, 1, 1),
                        new TestLabels(48, 48, new int[48 * 48]));
        assertEquals(
                "The image 'two' has 2 channel(s), but 'squares' has 1.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        Training.run(
                                                "both",
                                                List.of(SQUARES.get(0), two),
                                                tiny().build(),
                                                TrainingListener.NONE,
                                                Progress.NONE))
                        .getMessage());
    }

    @Test
    void aPatchOfNoValidSize() {
        assertEquals(
                "Patch is 35 px, but a network of depth 1 takes only 2k px: try 34 or" + " 36.",
                assertThrows(UNetException.class, () -> run(tiny().with(PATCH, 35))).getMessage());
    }

    @Test
    void thePlannedPatchCoversTheSlice() {
        final List<String> plans = new ArrayList<>();
        Training.run(
                "squares",
                SQUARES,
                tiny().with(PATCH, 0).with(ITERATIONS, 1).build(),
                new TrainingListener() {
                    @Override
                    public void onStart(final TrainingPlan plan) {
                        plans.add(plan.sentence());
                    }
                },
                Progress.NONE);
        assertEquals(
                List.of(
                        "Training a U-Net of depth 1 with 2 features (434 parameters) for 1"
                                + " iterations on cpu, patches of 64 px from 3 slices, 0 held"
                                + " out."),
                plans);
    }
}
