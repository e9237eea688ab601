package io.github.unetfiji.training;

import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.util.Map;

/**
 * All that a training must know to go on as if it had never been interrupted. There is no random state: every random number
 * comes from the seed and the iteration.
 *
 * @param patch input side in px that is trained with
 * @param seconds of training so far
 * @param parameters of the network
 * @param moments of the optimiser by name
 * @param average moving average of the parameters by name, empty if there is none
 */
record TrainingState(
        int patch,
        double seconds,
        Course course,
        Parameters parameters,
        Map<String, Tensor> moments,
        Map<String, Tensor> average) {

    /**
     * How far a training is and how it went.
     *
     * @param iteration that was done last, 0 before the first
     * @param history lines so far
     * @param losses not yet in the history
     * @param best found so far, or null before it was asked for
     * @param lowestLoss of the validations so far, infinite before the first
     * @param stale validations since that of the lowest loss
     * @param plateaus met so far
     * @param folded patches so far whose deformation folded the image
     */
    record Course(
            int iteration,
            TrainingHistory history,
            LossMean losses,
            Best best,
            double lowestLoss,
            int stale,
            int plateaus,
            int folded) {}

    /**
     * The best parameters found so far.
     *
     * @param iteration after which they were taken
     * @param meanIou of the validation, see {@link ValidationResult}; negative infinity if there was none
     */
    record Best(int iteration, double meanIou, Parameters parameters) {

        /** The last parameters, where nothing was validated. */
        static Best unvalidated(final int iteration, final Parameters parameters) {
            return new Best(iteration, Double.NEGATIVE_INFINITY, parameters);
        }

        boolean isValidated() {
            return meanIou != Double.NEGATIVE_INFINITY;
        }
    }
}
