package io.github.unetfiji.segment;

import io.github.unetfiji.model.Postprocessing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The channels are the probabilities of classes, background first, that sum to 1.
 *
 * @param classes names
 * @param tuned settings of the model, if it was tuned
 */
record ClassProbabilities(List<String> classes, Optional<Postprocessing> tuned)
        implements ResultMeaning {

    @Override
    public List<String> channels() {
        return classes;
    }

    @Override
    public OptionalInt background() {
        return OptionalInt.of(0);
    }

    @Override
    public ClassRule decision(final SegmentationOptions options) {
        return options.decision(tuned);
    }

    @Override
    public ObjectRule objects(final SegmentationOptions options, final InstanceSettings settings) {
        return ObjectRule.ofProbabilities(settings);
    }
}
