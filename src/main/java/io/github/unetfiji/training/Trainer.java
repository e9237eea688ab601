package io.github.unetfiji.training;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.augment.AnnotatedPlane;
import io.github.unetfiji.augment.AugmentedSample;
import io.github.unetfiji.augment.Augmenter;
import io.github.unetfiji.augment.PatchShape;
import io.github.unetfiji.network.Network;
import io.github.unetfiji.network.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The training loop: a patch, its loss (eq. 1), its gradient, a step - and now and then a look at the
 * held-out slices. Batch size 1, as in the paper: large tiles rather than large batches.
 *
 * <p>Which parameters are the best is decided by the validation loss, not by the IoU: it needs no threshold
 * (balanced weights move the best threshold away from 0.5), and it is what is minimised, border weights
 * included. Where nothing is held out, the last are taken.
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
                    public void save(final TrainingState state) {}
                };

        /** Whether it is time to save. */
        boolean isDue();

        /** Saves a state. */
        void save(TrainingState state);
    }

    /**
     * What a training gives.
     *
     * @param reason why it ended, one sentence
     * @param complete whether there is nothing more to do
     */
    record Outcome(TrainingState.Course course, double seconds, String reason, boolean complete) {}

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
        stale = course.stale();
        plateaus = course.plateaus();
        folded = course.folded();
        rows.forEach(company.listener()::onRow);
    }

    /**
     * Trains the network to the end, or until the user or the lack of progress stops it.
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
            String reason = reasonToEnd();
            while (reason == null) {
                step(samples.take());
                reason = reasonToEnd();
            }
            return end(reason);
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

    /** One sentence, or null if there is no reason yet. */
    private String reasonToEnd() {
        if (done >= settings.iterations()) {
            return "All " + settings.iterations() + " iterations are done.";
        }
        if (company.control().isStopped()) {
            return "Stopped by the user after iteration " + done + ".";
        }
        if (settings.patience() > 0 && stale >= settings.patience()) {
            return String.format(
                    Locale.ROOT,
                    "Ended after iteration %d: the validation loss has not improved for %d"
                            + " validations.",
                    done,
                    stale);
        }
        return null;
    }

    private Outcome end(final String reason) {
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
        final boolean complete = !company.control().isStopped() || done >= settings.iterations();
        if (!complete) {
            keep();
        }
        company.listener().onEnd(reason);
        return new Outcome(course(), seconds(), reason, complete);
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
        if (best == null || Double.isInfinite(best.loss())) {
            best = new TrainingState.Best(done, Double.POSITIVE_INFINITY, candidate());
        }
    }

    private void judge(final ValidationResult result) {
        if (result == null) {
            bestForNow();
        } else if (best == null || result.loss() < best.loss()) {
            best = new TrainingState.Best(done, result.loss(), candidate());
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
        keeper.save(
                new TrainingState(
                        patch,
                        seconds(),
                        course(),
                        network.parameters(),
                        learner.moments(),
                        learner.average()));
    }

    private TrainingState.Course course() {
        return new TrainingState.Course(
                done, new TrainingHistory(rows), losses, best, stale, plateaus, folded);
    }

    private double seconds() {
        return secondsBefore + (System.nanoTime() - started) / 1e9;
    }
}
