package io.github.unetfiji.training;

import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.Network;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.optimize.PatchLearner;
import io.github.unetfiji.stack.Normalization;
import io.github.unetfiji.stack.NormalizedSlices;
import io.github.unetfiji.tiling.TileGeometry;
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
        final UNetModel model = run.earlier().finished(input.identity());
        callbacks
                .listener()
                .onEnd(
                        "The model is the result of this very training already, which is finished:"
                                + " nothing is left to do.");
        return new Training.Result(
                model, TrainingHistory.parse((String) model.provenance().get("history")));
    }

    private Training.Result trained() {
        final TrainingSettings settings = request.settings();
        final Architecture architecture = input.architecture();
        final Normalization normalization =
                NormalizedSlices.fit(
                        settings.normalization(), request.sources(), callbacks.progress());
        final TrainingData data = input.data(normalization, callbacks.progress());
        final Optional<TrainingState> state = state();
        final Parameters first =
                state.map(TrainingState::parameters).orElse(input.origin().parameters());
        try (Network network =
                Network.forTraining(architecture, first, settings.device(), settings.precision())) {
            int patch =
                    state.map(TrainingState::patch)
                            .orElseGet(
                                    () ->
                                            Training.patch(
                                                    settings,
                                                    architecture.depth(),
                                                    request.sources()));
            while (true) {
                final ModelMaker models =
                        new ModelMaker(request, input, normalization, plan(patch, data, state));
                try {
                    return new TrainingAttempt(request, data, models, callbacks, files)
                            .run(network, learner(network), state);
                } catch (final NotEnoughMemoryException e) {
                    patch = smaller(patch, state, e);
                }
            }
        }
    }

    private PatchLearner learner(final Network network) {
        return learners.of(
                network,
                request.method().step(network, request.settings(), input.origin().frozen()));
    }

    private Optional<TrainingState> state() {
        return files.filter(run -> request.resume() && run.hasState())
                .map(run -> run.resume(input.identity(), input.architecture()));
    }

    private TrainingPlan plan(
            final int patch, final TrainingData data, final Optional<TrainingState> state) {
        final TrainingSettings settings = request.settings();
        return new TrainingPlan(
                request.name(),
                input.architecture(),
                input.classNames(),
                patch,
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
        final TileGeometry geometry = input.architecture().tileGeometry();
        final int next = geometry.inputFor(Math.max(1, geometry.outputFor(patch) * 2 / 3));
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
