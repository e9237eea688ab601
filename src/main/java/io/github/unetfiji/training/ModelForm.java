package io.github.unetfiji.training;

import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.stack.Normalizer;
import java.util.Map;

/** How the images of a training are prepared for its network, and the model that the network becomes. */
interface ModelForm {

    /** Scales the intensities of an image. */
    Normalizer normalizer();

    /**
     * The model with these parameters.
     *
     * @param provenance how they were trained
     */
    TrainedModel model(Parameters parameters, Map<String, Object> provenance);
}
