package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.TrainingData;
import io.github.unetfiji.engine.TrainableNetwork;
import io.github.unetfiji.optimize.PatchLearner;
import java.util.Optional;

/**
 * One attempt to train a network to the end with patches of one size: trains, saves what is reached, and finishes the model.
 */
final class TrainingAttempt {

    private final TrainingRequest request;
    private final TrainingData data;
    private final ModelMaker models;
    private final Callbacks callbacks;
    private final Optional<RunFiles> files;

    /**
     * @param files to keep, if any
     */
    TrainingAttempt(
            final TrainingRequest request,
            final TrainingData data,
            final ModelMaker models,
            final Callbacks callbacks,
            final Optional<RunFiles> files) {
        this.request = request;
        this.data = data;
        this.models = models;
        this.callbacks = callbacks;
        this.files = files;
    }

    /**
     * Trains.
     *
     * @param learner of the network; closed here
     * @param state to go on from, whose parameters the network already has
     * @throws NotEnoughMemoryException if memory does not suffice for the patch
     */
    Training.Result run(
            final TrainableNetwork network,
            final PatchLearner learner,
            final Optional<TrainingState> state) {
        try (learner) {
            callbacks.listener().onStart(models.plan());
            final Trainer trainer =
                    new Trainer(
                            request.settings(),
                            data,
                            models.input().network(),
                            network,
                            learner,
                            models.plan().patch(),
                            callbacks,
                            saver());
            state.ifPresent(trainer::restore);
            return finished(trainer.run());
        }
    }

    private Training.Result finished(final Trainer.Outcome outcome) {
        final TrainingHistory history = outcome.statistics().history();
        final TrainedModel trained =
                models.model(
                        outcome.statistics(), outcome.seconds(), Optional.of(outcome.ending()));
        files.ifPresent(run -> run.finish(trained, history));
        final TrainedModel evaluated =
                evaluated(trained, outcome.statistics().best()).orElse(trained);
        final TrainedModel shown = shown(evaluated);
        if (shown != trained) {
            files.ifPresent(run -> run.finish(shown, history));
        }
        if (outcome.ending().complete()) {
            files.ifPresent(RunFiles::forgetState);
        }
        return new Training.Result(shown, history);
    }

    /** NB: a training without files is a step of a program, which may never write the model. */
    private TrainedModel shown(final TrainedModel model) {
        return files.map(
                        run ->
                                model.with(
                                        unet ->
                                                new CoverSlice(unet, request.settings(), callbacks)
                                                        .of(data)))
                .orElse(model);
    }

    /** NB: after the model is safe, since this needs memory and time. */
    private Optional<TrainedModel> evaluated(
            final TrainedModel model, final TrainingStatistics.Best best) {
        return data.validation().isEmpty()
                ? Optional.empty()
                : new FinalEvaluation(model, models.input().network(), best.parameters(), callbacks)
                        .at(data.validation(), request.tune());
    }

    private StateSaver saver() {
        return files.<StateSaver>map(
                        run ->
                                new SavingPace(
                                        request.interval(),
                                        System::nanoTime,
                                        state -> save(run, state)))
                .orElse(StateSaver.NONE);
    }

    /** NB: a disk that is full for a while must not end hours of training. */
    private void save(final RunFiles run, final TrainingState state) {
        try {
            run.save(state, models);
        } catch (final UNetException e) {
            callbacks
                    .listener()
                    .onWarning(
                            e.getMessage()
                                    + " The training goes on; what was saved before is still"
                                    + " there.");
        }
    }
}
