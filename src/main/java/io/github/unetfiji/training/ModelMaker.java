package io.github.unetfiji.training;

import java.util.Map;
import java.util.Optional;

/**
 * Makes models of the best parameters of a training, now and again while it runs, and at its end.
 *
 * @param form fitted to the images
 * @param plan of the training
 */
record ModelMaker(TrainingRequest request, TrainingInput input, ModelForm form, TrainingPlan plan) {

    /**
     * The model of the best parameters so far.
     *
     * @param seconds of training
     * @param ending of the training, empty if it has not ended
     */
    TrainedModel model(
            final TrainingStatistics statistics,
            final double seconds,
            final Optional<TrainingEnd> ending) {
        return form.model(
                statistics.best().parameters(),
                new Provenance(request, input, plan).map(statistics, seconds, ending));
    }

    /** The facts by which a training is told from others. */
    Map<String, Object> identity() {
        return input.identity();
    }
}
