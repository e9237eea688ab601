package io.github.unetfiji.training;

import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.stack.Normalization;
import java.util.Map;
import java.util.Optional;

/**
 * Makes models of the best parameters of a training, now and again while it runs, and at its end.
 *
 * @param normalization fitted to the images
 * @param plan of the training
 */
record ModelMaker(
        TrainingRequest request,
        TrainingInput input,
        Normalization normalization,
        TrainingPlan plan) {

    /**
     * The model of the best parameters so far.
     *
     * @param seconds of training
     * @param ending of the training, empty if it has not ended
     */
    UNetModel model(
            final TrainingStatistics statistics,
            final double seconds,
            final Optional<TrainingEnd> ending) {
        return new UNetModel(
                request.name(),
                input.architecture(),
                statistics.best().parameters(),
                normalization,
                input.classNames(),
                new Provenance(request, input, plan).map(statistics, seconds, ending),
                input.pixelSize(),
                Optional.empty(),
                request.publication());
    }

    /** The facts by which a training is told from others. */
    Map<String, Object> identity() {
        return input.identity();
    }
}
