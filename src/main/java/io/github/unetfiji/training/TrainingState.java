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
 * @param statistics how far it is and how it went
 * @param parameters of the network
 * @param moments the optimizer's state, by name
 * @param average moving average of the parameters by name, empty if there is none
 */
record TrainingState(
        int patch,
        double seconds,
        TrainingStatistics statistics,
        Parameters parameters,
        Map<String, Tensor> moments,
        Map<String, Tensor> average) {}
