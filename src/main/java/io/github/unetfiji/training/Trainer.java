package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.OutOfMemoryException;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.LearningRate;
import io.github.unetfiji.optimize.PatchLearner;
import io.github.unetfiji.optimize.TrainingStep;
import java.util.Locale;
import java.util.Optional;

/**
 * The training loop: a patch, its loss, its gradient, a step - and now and then a validation with the
 * held-out slices. Batch size 1, as in the paper: large tiles rather than large batches.
 *
 * <p>The best parameters are those with the largest mean IoU of the held-out slices at the threshold that suits it best. The
 * validation loss jumps: it is that of few slices, and one overconfident border costs more than many right pixels gain. So does the IoU of
 * the most probable class, since balanced weights move the best threshold. docs/measurements.md compares the three. Where nothing
 * is held out, the last parameters are taken. Patience and plateaus go by the loss, which is what is minimised.
 */
final class Trainer {

    /** The result of the training loop. */
    record Outcome(TrainingStatistics statistics, double seconds, TrainingEnd ending) {}

    private final TrainingSettings settings;
    private final TrainingData data;
    private final TrainedNetwork trained;
    private final TrainableNetwork network;
    private final PatchLearner learner;
    private final PatchShape patch;
    private final Callbacks callbacks;
    private final StateSaver saver;
    private final LearningRate rate;
    private final long started = System.nanoTime();
    private double secondsBefore;
    private TrainingStatistics statistics = TrainingStatistics.NONE;

    /**
     * @param trained the kind of the network
     * @param patch of a valid size
     */
    Trainer(
            final TrainingSettings settings,
            final TrainingData data,
            final TrainedNetwork trained,
            final TrainableNetwork network,
            final PatchLearner learner,
            final PatchShape patch,
            final Callbacks callbacks,
            final StateSaver saver) {
        this.settings = settings;
        this.data = data;
        this.trained = trained;
        this.network = network;
        this.learner = learner;
        this.patch = patch;
        this.callbacks = callbacks;
        this.saver = saver;
        rate =
                new LearningRate(
                        settings.schedule(),
                        settings.rate(),
                        settings.warmup(),
                        settings.iterations());
    }

    /** Goes on from a state, whose parameters the network already has. */
    void restore(final TrainingState state) {
        learner.restore(state.moments(), state.average());
        secondsBefore = state.seconds();
        statistics = state.statistics();
        statistics.history().rows().forEach(callbacks.listener()::onRow);
    }

    /**
     * Trains the network to the end, or until the user, the time or the lack of progress stops it.
     *
     * @throws UNetException if the loss is no longer finite
     * @throws NotEnoughMemoryException if memory does not suffice for the patch
     * @throws CancelledException if the user cancels; what was reached is saved
     */
    Outcome run() {
        final Augmenter augmenter = Augmenter.of(settings.augmentation(), patch, settings.seed());
        try (SampleQueue samples =
                new SampleQueue(augmenter, data.training(), statistics.iteration())) {
            // NB: the user's stop may have cut this validation short.
            if (isValidationDue() && !statistics.isListed()) {
                validate(rateNow());
            }
            Optional<TrainingEnd> ending = ending();
            while (ending.isEmpty()) {
                step(samples);
                ending = ending();
            }
            return end(ending.get());
        } catch (final CancelledException e) {
            save();
            throw e;
        }
    }

    private double rateNow() {
        return rate.at(statistics.iteration(), statistics.plateaus());
    }

    private Optional<TrainingEnd> ending() {
        return TrainingEnd.of(settings, statistics, callbacks.control().isStopped(), seconds());
    }

    private void step(final SampleQueue samples) {
        final int iteration = statistics.iteration() + 1;
        final double now = rate.at(iteration, statistics.plateaus());
        try {
            final AugmentedSample sample = samples.take();
            callbacks.progress().checkCancelled();
            final double loss = learner.learn(iteration, sample, now);
            statistics = statistics.afterIteration(loss, sample.folding().folds());
            callbacks.listener().onIteration(iteration, loss, now);
        } catch (final OutOfMemoryException e) {
            throw new NotEnoughMemoryException(e.getMessage(), iteration, e);
        }
        if (isValidationDue()) {
            validate(now);
        }
        if (saver.isDue()) {
            save();
        }
        callbacks
                .progress()
                .report(
                        iteration,
                        settings.iterations(),
                        String.format(
                                Locale.ROOT, "training, loss %.4f", statistics.losses().recent()));
    }

    private boolean isValidationDue() {
        final int done = statistics.iteration();
        return done > 0 && (done % settings.every() == 0 || done == settings.iterations());
    }

    private Outcome end(final TrainingEnd ending) {
        if (statistics.folded() > 0) {
            callbacks
                    .listener()
                    .onWarning(
                            String.format(
                                    Locale.ROOT,
                                    "In %d of %d patches the deformation folded the image: use a"
                                            + " smaller deformation if these are many.",
                                    statistics.folded(),
                                    statistics.iteration()));
        }
        statistics = statistics.withSomeBest(this::candidate);
        if (!ending.complete()) {
            save();
        }
        callbacks.listener().onEnd(ending.reason());
        return new Outcome(statistics, seconds(), ending);
    }

    /** Segments the held-out slices, if any, and keeps the parameters if they are the best so far. */
    private void validate(final double rateNow) {
        final ValidationResult result;
        try {
            result = data.validation().isEmpty() ? null : resultNow();
        } catch (final CancelledException e) {
            if (callbacks.control().isStopped() && !callbacks.progress().isCancelled()) {
                return;
            }
            throw e;
        }
        if (result != null) {
            TrainingStep.checkFinite(result.loss(), statistics.iteration(), rateNow);
        }
        final TrainingHistory.Row row =
                new TrainingHistory.Row(
                        statistics.iteration(),
                        statistics.losses().mean(),
                        rateNow,
                        result,
                        seconds());
        statistics = statistics.afterRow(row, rate, this::candidate);
        callbacks.listener().onRow(row);
    }

    /** The parameters that would be the model now. */
    private Parameters candidate() {
        return settings.average() == 0
                ? network.parameters()
                : network.parameters(learner.average());
    }

    private ValidationResult resultNow() {
        if (settings.average() == 0) {
            return result(network);
        }
        try (TrainableNetwork averaged = trained.forInference(candidate())) {
            return result(averaged);
        }
    }

    private ValidationResult result(final TrainableNetwork validated) {
        return Validation.of(
                trained.classes(),
                trained.classifier(validated),
                data.validation(),
                callbacks.endingEither(),
                this::showFirst);
    }

    private void showFirst(final int slice, final float[] probabilities) {
        if (slice == 0) {
            final AnnotatedPlane plane = data.validation().get(0);
            callbacks
                    .listener()
                    .onPrediction(
                            new ValidationView(
                                    statistics.iteration(),
                                    data.validationIndices().get(slice),
                                    plane.width(),
                                    plane.height(),
                                    plane.channel(0),
                                    plane.labels(),
                                    probabilities));
        }
    }

    private void save() {
        if (statistics.iteration() == 0) {
            return;
        }
        statistics = statistics.withSomeBest(this::candidate);
        saver.save(this::state);
    }

    private TrainingState state() {
        return new TrainingState(
                patch.width(),
                seconds(),
                statistics,
                network.parameters(),
                learner.moments(),
                learner.average());
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) / 1e9;
    }
}
