package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.LearningRate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * The training loop: a patch, its loss (eq. 1), its gradient, a step - and now and then a look at the
 * held-out slices. Batch size 1, as in the paper: large tiles rather than large batches.
 *
 * <p>Which parameters are the best is decided by the mean IoU of the held-out slices at the threshold that suits it best. The
 * validation loss jumps: it is that of few slices, and one overconfident border costs more than many right pixels gain. So does the IoU of
 * the most probable class, since balanced weights move the best threshold. docs/measurements.md has what each would pick. Where nothing
 * is held out, the last are taken. Patience and plateaus go by the loss, which is what is minimised.
 */
final class Trainer {

    /** Who is told, who is asked. */
    record Company(TrainingListener listener, Progress progress, TrainingControl control) {}

    /** Keeps what a training has reached. */
    interface Keeper {

        /** Keeps nothing. */
        Keeper NONE =
                new Keeper() {
                    @Override
                    public boolean isDue() {
                        return false;
                    }

                    @Override
                    public void save(final Supplier<TrainingState> state) {}
                };

        /** Whether it is time to save. */
        boolean isDue();

        /**
         * Saves a state.
         *
         * @param state is asked once; it copies all parameters, which takes its time as well
         */
        void save(Supplier<TrainingState> state);
    }

    /**
     * Why a training ended.
     *
     * @param reason one sentence
     * @param complete whether there is nothing more to do
     */
    record Ending(String reason, boolean complete) {}

    /** What a training gives. */
    record Outcome(TrainingState.Course course, double seconds, Ending ending) {}

    private final TrainingSettings settings;
    private final TrainingData data;
    private final Network network;
    private final PatchLearner learner;
    private final Company company;
    private final Keeper keeper;
    private final LearningRate rate;
    private final int patch;
    private final long started = System.nanoTime();
    private final List<TrainingHistory.Row> rows = new ArrayList<>();
    private double secondsBefore;
    private LossMean losses = LossMean.NONE;
    private TrainingState.Best best;
    private int done;
    private double lowestLoss = Double.POSITIVE_INFINITY;
    private int stale;
    private int plateaus;
    private int folded;

    /**
     * @param patch valid input side in px
     */
    Trainer(
            final TrainingSettings settings,
            final TrainingData data,
            final Network network,
            final PatchLearner learner,
            final int patch,
            final Company company,
            final Keeper keeper) {
        this.settings = settings;
        this.data = data;
        this.network = network;
        this.learner = learner;
        this.patch = patch;
        this.company = company;
        this.keeper = keeper;
        rate = LearningRate.of(settings);
    }

    /** Goes on from a state, whose parameters the network already has. */
    void restore(final TrainingState state) {
        final TrainingState.Course course = state.course();
        learner.restore(state);
        secondsBefore = state.seconds();
        done = course.iteration();
        rows.addAll(course.history().rows());
        losses = course.losses();
        best = course.best();
        lowestLoss = course.lowestLoss();
        stale = course.stale();
        plateaus = course.plateaus();
        folded = course.folded();
        rows.forEach(company.listener()::onRow);
    }

    /**
     * Trains the network to the end, or until the user, the time or the lack of progress stops it.
     *
     * @throws UNetException if the loss is no longer finite
     * @throws NotEnoughMemoryException if memory does not suffice for the patch
     * @throws CancelledException if the user cancels; what was reached is saved
     */
    Outcome run() {
        final int halo = network.architecture().tileGeometry().halo();
        final Augmenter augmenter =
                Augmenter.of(
                        settings.augmentation(), PatchShape.square(patch, halo), settings.seed());
        try (SampleQueue samples = new SampleQueue(augmenter, data.training(), done)) {
            // NB: a look that the user's stop cut short.
            if (isLookDue() && (rows.isEmpty() || rows.get(rows.size() - 1).iteration() < done)) {
                look(rate.at(done, plateaus));
            }
            Ending ending = ending();
            while (ending == null) {
                step(samples.take());
                ending = ending();
            }
            return end(ending);
        } catch (final CancelledException e) {
            keep();
            throw e;
        }
    }

    private void step(final AugmentedSample sample) {
        company.progress().checkCancelled();
        final int iteration = done + 1;
        final double now = rate.at(iteration, plateaus);
        final double loss = learner.learn(iteration, sample, now);
        done = iteration;
        folded += sample.folding().folds() ? 1 : 0;
        losses = losses.plus(loss, iteration);
        company.listener().onIteration(iteration, loss, now);
        if (isLookDue()) {
            look(now);
        }
        if (keeper.isDue()) {
            keep();
        }
        company.progress()
                .report(
                        iteration,
                        settings.iterations(),
                        String.format(Locale.ROOT, "training, loss %.4f", losses.recent()));
    }

    private boolean isLookDue() {
        return done > 0 && (done % settings.every() == 0 || done == settings.iterations());
    }

    /** Null if there is no reason yet. NB: who stopped it, or gave it little time, may want to go on. */
    private Ending ending() {
        if (done >= settings.iterations()) {
            return new Ending("All " + settings.iterations() + " iterations are done.", true);
        }
        if (company.control().isStopped()) {
            return new Ending("Stopped by the user after iteration " + done + ".", false);
        }
        if (settings.patience() > 0 && stale >= settings.patience()) {
            return new Ending(
                    String.format(
                            Locale.ROOT,
                            "Ended after iteration %d: the validation loss has not improved for %d"
                                    + " validations.",
                            done,
                            stale),
                    true);
        }
        if (isTimeOver()) {
            return new Ending(
                    String.format(
                            Locale.ROOT,
                            "Ended after iteration %d of %d: the time of %s min is over.",
                            done,
                            settings.iterations(),
                            BigDecimal.valueOf(settings.minutes())
                                    .stripTrailingZeros()
                                    .toPlainString()),
                    false);
        }
        return null;
    }

    /** NB: never before the first iteration, or the model would be that of the initial weights. */
    private boolean isTimeOver() {
        return done > 0 && settings.minutes() > 0 && seconds() >= 60 * settings.minutes();
    }

    private Outcome end(final Ending ending) {
        if (folded > 0) {
            company.listener()
                    .onWarning(
                            String.format(
                                    Locale.ROOT,
                                    "In %d of %d patches the deformation folded the image: use a"
                                            + " smaller deformation if these are many.",
                                    folded,
                                    done));
        }
        bestForNow();
        if (!ending.complete()) {
            keep();
        }
        company.listener().onEnd(ending.reason());
        return new Outcome(course(), seconds(), ending);
    }

    /** Evaluates the held-out slices and keeps the parameters if they are the best so far. */
    private void look(final double rateNow) {
        final ValidationResult result;
        try {
            result = data.validation().isEmpty() ? null : validate();
        } catch (final CancelledException e) {
            if (company.control().isStopped() && !company.progress().isCancelled()) {
                return;
            }
            throw e;
        }
        if (result != null) {
            TrainingStep.checkFinite(result.loss(), done, rateNow);
        }
        final TrainingHistory.Row row =
                new TrainingHistory.Row(done, losses.mean(), rateNow, result, seconds());
        rows.add(row);
        losses = losses.restarted();
        judge(result);
        company.listener().onRow(row);
    }

    /** While nothing was validated, the last parameters are the best. */
    private void bestForNow() {
        if (best == null || !best.isValidated()) {
            best = TrainingState.Best.unvalidated(done, candidate());
        }
    }

    private void judge(final ValidationResult result) {
        if (result == null) {
            bestForNow();
            return;
        }
        if (best == null || result.meanIou() > best.meanIou()) {
            best = new TrainingState.Best(done, result.meanIou(), candidate());
        }
        if (result.loss() < lowestLoss) {
            lowestLoss = result.loss();
            stale = 0;
        } else {
            stale++;
            plateaus += rate.isPlateau(stale) ? 1 : 0;
        }
    }

    /** The parameters that would be the model now. */
    private Parameters candidate() {
        return settings.average() == 0
                ? network.parameters()
                : Parameters.of(network.architecture(), learner.average());
    }

    private ValidationResult validate() {
        if (settings.average() == 0) {
            return Validation.of(network, data.validation(), stopOrCancel(), this::show);
        }
        try (Network averaged =
                Network.forInference(
                        network.architecture(),
                        candidate(),
                        settings.device(),
                        settings.precision())) {
            return Validation.of(averaged, data.validation(), stopOrCancel(), this::show);
        }
    }

    /** Shows the first of the held-out slices. */
    private void show(final int slice, final float[] probabilities) {
        if (slice == 0) {
            final AnnotatedPlane plane = data.validation().get(0);
            company.listener()
                    .onPrediction(
                            new ValidationView(
                                    done,
                                    data.validationIndices().get(slice),
                                    plane.width(),
                                    plane.height(),
                                    plane.channel(0),
                                    plane.labels(),
                                    probabilities));
        }
    }

    private Progress stopOrCancel() {
        return Progress.NONE.orCancelledBy(
                () -> company.progress().isCancelled() || company.control().isStopped());
    }

    private void keep() {
        if (done == 0) {
            return;
        }
        bestForNow();
        keeper.save(this::state);
    }

    private TrainingState state() {
        return new TrainingState(
                patch,
                seconds(),
                course(),
                network.parameters(),
                learner.moments(),
                learner.average());
    }

    private TrainingState.Course course() {
        return new TrainingState.Course(
                done, new TrainingHistory(rows), losses, best, lowestLoss, stale, plateaus, folded);
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) / 1e9;
    }
}
