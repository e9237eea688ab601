package io.github.unetfiji.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDArray;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedImage;
import io.github.unetfiji.dataset.TestLabels;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.ij.Slices;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.optimize.Optimizer;
import io.github.unetfiji.optimize.OwnLossDemo.FocalLoss;
import io.github.unetfiji.optimize.OwnOptimizerDemo.RmsProp;
import io.github.unetfiji.optimize.WeightedCrossEntropy;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.Normalizer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program trains with its own optimizer, loss or normalizer: each is as good as a built-in one, also in a training that is resumed. */
class OwnMethodTest {

    private static final List<AnnotatedImage> SQUARES = List.of(TestLabels.squares(48, 3));
    private static final String RMSPROP = "rmsprop 0.9";

    @TempDir Path folder;

    private static TrainingSettings settings(final double average) {
        return TrainingSettings.builder()
                .with(Architecture.DEPTH, 1)
                .with(Architecture.FEATURES, 2)
                .with(TrainingKeys.PATCH, 36)
                .with(TrainingKeys.ITERATIONS, 20)
                .with(TrainingKeys.EVERY, 5)
                .with(TrainingKeys.VALIDATION, "3")
                .with(TrainingKeys.AVERAGE, average)
                .with(TrainingKeys.RATE, 0.003)
                .build();
    }

    private static Training training(final double average) {
        return Training.of("cells", SQUARES, settings(average)).optSaveEvery(Duration.ofDays(1));
    }

    private Training saved(final double average) {
        return training(average).optModelFile(model());
    }

    private Path model() {
        return folder.resolve("cells.zip");
    }

    private static Training rmsProp(final Training training) {
        return training.optOptimizer(RMSPROP, () -> new RmsProp(0.9));
    }

    private static Training both(final Training training) {
        return rmsProp(training).optLoss("focal 2", new FocalLoss(2));
    }

    private static void stopAfterSeven(final Training training) {
        final TrainingControl control = new TrainingControl();
        training.optControl(control)
                .optListener(
                        new TrainingListener() {
                            @Override
                            public void onIteration(
                                    final int iteration, final double loss, final double rate) {
                                if (iteration == 7) {
                                    control.stop();
                                }
                            }
                        })
                .run();
    }

    @Test
    void resumedItGivesTheSameBits() {
        final Parameters whole = both(training(0.9)).run().model().parameters();
        stopAfterSeven(both(saved(0.9)));
        final Training.Result resumed = both(saved(0.9)).optResume(true).run();
        assertEquals(whole, resumed.model().parameters());
        assertEquals(20, resumed.model().provenance().get("iterations_done"));
    }

    @Test
    void theModelTellsThem() {
        both(saved(0)).run();
        final UNetModel read = ModelPackage.read(model());
        assertEquals(RMSPROP, read.provenance().get("optimizer"));
        assertEquals("focal 2", read.provenance().get("loss"));
        assertFalse(
                training(0).run().model().provenance().containsKey("loss"),
                "the built-in loss has no key, as before");
    }

    @Test
    void anotherOptimizerDoesNotGoOn() {
        stopAfterSeven(rmsProp(saved(0)));
        assertRefused("optimizer is adam, but was rmsprop 0.9", saved(0));
        assertRefused(
                "optimizer is rmsprop 0.8, but was rmsprop 0.9",
                saved(0).optOptimizer("rmsprop 0.8", () -> new RmsProp(0.8)));
    }

    @Test
    void anotherLossDoesNotGoOn() {
        stopAfterSeven(saved(0));
        assertRefused(
                "loss is focal 2, but was not set", saved(0).optLoss("focal 2", new FocalLoss(2)));
        stopAfterSeven(saved(0).optOverwrite(true).optLoss("focal 1", new FocalLoss(1)));
        assertRefused("loss is not set, but was focal 1", saved(0));
    }

    private void assertRefused(final String why, final Training training) {
        assertEquals(
                "The training in "
                        + folder.resolve("cells.state")
                        + " cannot be resumed: "
                        + why
                        + "; resume with what it began with, or begin anew by \"overwrite\" instead of"
                        + " \"resume\".",
                assertThrows(UNetException.class, () -> training.optResume(true).run())
                        .getMessage());
    }

    @Test
    void theBuiltInLossAsOnesOwnGivesTheSameBits() {
        assertEquals(
                training(0).run().model().parameters(),
                training(0).optLoss("mine", WeightedCrossEntropy::of).run().model().parameters());
    }

    @Test
    void anotherLossLearnsSomethingElse() {
        assertNotEquals(
                training(0).run().model().parameters(),
                training(0).optLoss("f", new FocalLoss(2)).run().model().parameters());
    }

    @Test
    void aLossThatIsNoNumber() {
        assertEquals(
                "the loss is an array of the shape (1, 1, 20, 20), but must be one number",
                assertThrows(
                                IllegalArgumentException.class,
                                () ->
                                        training(0)
                                                .optLoss(
                                                        "map",
                                                        (logits, labels, weights) ->
                                                                logits.logSoftmax(1)
                                                                        .gather(labels, 1)
                                                                        .mul(weights))
                                                .run())
                        .getMessage());
    }

    /** Fails as it is told, and knows whether it is closed. */
    private static final class Failing implements Optimizer {

        private final RmsProp optimizer = new RmsProp(0.9);
        private final RuntimeException onStep;
        private final RuntimeException onRestore;
        private boolean closed;

        Failing(final RuntimeException onStep, final RuntimeException onRestore) {
            this.onStep = onStep;
            this.onRestore = onRestore;
        }

        @Override
        public void step(
                final Map<String, NDArray> parameters, final float rate, final int iteration) {
            if (onStep != null) {
                throw onStep;
            }
            optimizer.step(parameters, rate, iteration);
        }

        @Override
        public Map<String, Tensor> state() {
            return optimizer.state();
        }

        @Override
        public void restore(
                final Map<String, Tensor> state, final Map<String, NDArray> parameters) {
            optimizer.restore(state, parameters);
            throw onRestore;
        }

        @Override
        public void close() {
            closed = true;
            optimizer.close();
        }
    }

    @Test
    void memoryDoesNotSufficeForTheOptimizer() {
        final Failing failing =
                new Failing(new EngineException("CUDA out of memory. Tried to allocate"), null);
        assertEquals(
                "Memory does not suffice for the optimizer (iteration 1): close other programs, or use"
                        + " fewer features.",
                assertThrows(
                                UNetException.class,
                                () -> training(0).optOptimizer("failing", () -> failing).run())
                        .getMessage());
        assertTrue(failing.closed);
    }

    @Test
    void aRestoreThatFailsHalfWayLosesNothing() {
        final Parameters whole = rmsProp(training(0)).run().model().parameters();
        stopAfterSeven(rmsProp(saved(0)));
        final IllegalStateException failure = new IllegalStateException("half-way");
        final Failing failing = new Failing(null, failure);
        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> saved(0).optResume(true).optOptimizer(RMSPROP, () -> failing).run()));
        assertTrue(failing.closed);
        assertEquals(whole, rmsProp(saved(0)).optResume(true).run().model().parameters());
    }

    @Test
    void namesTellThemApart() {
        assertEquals(
                "The program's own optimizer is named 'adam', but a built-in one is: give it another"
                        + " name.",
                assertThrows(
                                UNetException.class,
                                () -> training(0).optOptimizer("adam", () -> new RmsProp(0.9)))
                        .getMessage());
        assertEquals(
                "An optimizer or a loss of a program's own has no name, but needs one by which a"
                        + " training that is resumed knows it again.",
                assertThrows(UNetException.class, () -> training(0).optLoss(" ", new FocalLoss(2)))
                        .getMessage());
    }

    private static float[] logarithms(final float[] slice) {
        for (int i = 0; i < slice.length; i++) {
            slice[i] = (float) Math.log1p(slice[i]);
        }
        return slice;
    }

    /** A normalizer that is applied when a slice is read gives the same bits as an image of logarithms in memory. */
    @Test
    void itsNormalizerWorksInTrainingAndInSegmentation() {
        final Normalizer logarithm = (image, progress) -> image.map(OwnMethodTest::logarithms);
        final AnnotatedImage squares = SQUARES.get(0);
        final AnnotatedImage lazily =
                new AnnotatedImage(
                        "squares",
                        logarithm.normalized(squares.image(), Progress.NONE),
                        squares.annotations());
        final Slices inMemory =
                Slices.gray(
                        48,
                        48,
                        logarithms(squares.image().slice(0)),
                        logarithms(squares.image().slice(1)),
                        logarithms(squares.image().slice(2)));
        final AnnotatedImage eagerly =
                new AnnotatedImage("squares", inMemory, squares.annotations());

        final UNetModel model = trained(lazily);
        assertEquals(trained(eagerly).parameters(), model.parameters());
        assertNotEquals(trained(squares).parameters(), model.parameters());

        try (Segmenter segmenter =
                Segmenter.of(
                        model,
                        SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build())) {
            assertArrayEquals(
                    pixels(segmenter.segment(inMemory.toImage())),
                    pixels(
                            segmenter.segment(
                                    logarithm.normalized(
                                            squares.image().toImage(), Progress.NONE))));
        }
    }

    private static UNetModel trained(final AnnotatedImage image) {
        return Training.of("cells", List.of(image), settings(0)).run().model();
    }

    private static float[] pixels(final Segmentation segmentation) {
        final RandomAccessibleInterval<FloatType> probabilities =
                segmentation.probabilities().pixels();
        final float[] values = new float[Math.toIntExact(probabilities.size())];
        int i = 0;
        for (final FloatType value : Views.flatIterable(probabilities)) {
            values[i++] = value.get();
        }
        return values;
    }

    /** Moves nothing, and keeps what no state file holds. */
    private static final class Careless implements Optimizer {

        @Override
        public void step(
                final Map<String, NDArray> parameters, final float rate, final int iteration) {}

        @Override
        public Map<String, Tensor> state() {
            return Map.of("count", new Tensor(new long[] {1}, new float[1]));
        }

        @Override
        public void restore(
                final Map<String, Tensor> state, final Map<String, NDArray> parameters) {}

        @Override
        public void close() {}
    }

    @Test
    void aStateThatCannotBeRestoredIsFoundWhenItIsSaved() {
        final Training careless = saved(0).optOptimizer("careless", Careless::new);
        assertEquals(
                "The optimizer's state holds count of shape [1], but must hold <name>/<parameter>"
                        + " with the parameter's shape.",
                assertThrows(IllegalStateException.class, () -> stopAfterSeven(careless))
                        .getMessage());
    }
}
