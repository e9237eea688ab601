package io.github.unetfiji.training;

import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.PatchLearner;
import java.util.Locale;
import java.util.Optional;

/**
 * One training, from the annotated images to the model: prepares the data, finds where to go on, and trains with the largest
 * patch that memory holds.
 */
final class TrainingRun {

    private final TrainingRequest request;
    private final Callbacks callbacks;
    private final Training.LearnerWrapper learners;
    private final Optional<RunFiles> files;
    private final TrainingInput input;

    /**
     * Reads the annotations.
     *
     * @param learners what learns, made of the network's own step
     * @param files to keep, if any
     */
    TrainingRun(
            final TrainingRequest request,
            final Callbacks callbacks,
            final Training.LearnerWrapper learners,
            final Optional<RunFiles> files) {
        this.request = request;
        this.callbacks = callbacks;
        this.learners = learners;
        this.files = files;
        input = new TrainingInput(request, callbacks.listener());
    }

    /**
     * Trains to the end; where memory does not suffice at the start, with smaller patches. A finished training that is
     * resumed is not trained again.
     */
    Training.Result execute() {
        return files.filter(this::holdsFinishedModel).map(this::kept).orElseGet(this::trained);
    }

    private boolean holdsFinishedModel(final RunFiles run) {
        return request.resume()
                && !request.overwrite()
                && !run.hasState()
                && run.earlier().hasModel();
    }

    private Training.Result kept(final RunFiles run) {
        final TrainedModel model = run.earlier().finished(input.identity(), input.network()::read);
        callbacks
                .listener()
                .onEnd(
                        "The model is the result of this very training already, which is finished:"
                                + " nothing is left to do.");
        return new Training.Result(
                model, TrainingHistory.parse((String) model.provenance().get("history")));
    }

    private Training.Result trained() {
        final TrainedNetwork trained = input.network();
        final ModelForm form = trained.form(input, callbacks.progress());
        final TrainingData data = input.data(form.normalizer(), callbacks.progress());
        final Optional<TrainingState> state = state();
        final Parameters first = state.map(TrainingState::parameters).orElseGet(trained::first);
        try (TrainableNetwork network = trained.forTraining(first)) {
            int patch = state.map(TrainingState::patch).orElseGet(trained::patch);
            while (true) {
                final ModelMaker models =
                        new ModelMaker(request, input, form, plan(patch, data, state));
                try {
                    return new TrainingAttempt(request, data, models, callbacks, files)
                            .run(network, learner(network), state);
                } catch (final NotEnoughMemoryException e) {
                    patch = smaller(patch, state, e);
                }
            }
        }
    }

    private PatchLearner learner(final TrainableNetwork network) {
        final TrainedNetwork trained = input.network();
        return learners.of(
                network,
                request.method()
                        .step(network, request.settings(), trained.loss(), trained.frozen()));
    }

    private Optional<TrainingState> state() {
        return files.filter(run -> request.resume() && run.hasState())
                .map(run -> run.resume(input.identity(), input.network().first()));
    }

    private TrainingPlan plan(
            final int patch, final TrainingData data, final Optional<TrainingState> state) {
        final TrainingSettings settings = request.settings();
        return new TrainingPlan(
                request.name(),
                input.network().planned(),
                input.classNames(),
                input.network().shape(patch),
                done(state),
                settings.iterations(),
                data.training().size(),
                data.validation().size(),
                settings.device(),
                settings.precision());
    }

    private static int done(final Optional<TrainingState> state) {
        return state.map(reached -> reached.statistics().iteration()).orElse(0);
    }

    /** The next smaller patch to try, if memory failed at once. */
    private int smaller(
            final int patch,
            final Optional<TrainingState> state,
            final NotEnoughMemoryException e) {
        final int next = input.network().smaller(patch);
        if (e.iteration() > done(state) + 1 || next >= patch) {
            throw e;
        }
        callbacks
                .listener()
                .onWarning(
                        String.format(
                                Locale.ROOT,
                                "Memory does not suffice for patches of %d px: trying %d px.",
                                patch,
                                next));
        return next;
    }
}
