package io.github.unetfiji.batch;

import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.segment.Decision;
import io.github.unetfiji.segment.InstanceSettings;
import io.github.unetfiji.segment.Split;
import java.util.Optional;

/**
 * The keys by which classes and instances are made; what is not given is the model's, if it was tuned.
 *
 * @param threshold 0..1, 0 = not given
 * @param split {@code auto} = not given
 * @param height px, 0 = not given
 * @param smallest px, 0 = not given
 */
public record ObjectKeys(
        double threshold, String split, double height, int smallest, boolean link) {

    /** Nothing is given. */
    public static final ObjectKeys NONE = new ObjectKeys(0, "auto", 0, 0, false);

    private static final String AUTO = "auto";

    /** How classes are decided. */
    public Decision decision(final Optional<Postprocessing> tuned) {
        if (threshold > 0) {
            return Decision.above(threshold);
        }
        final double model = tuned.orElse(Postprocessing.NONE).threshold();
        return model > 0 ? Decision.above(model) : Decision.MOST_PROBABLE;
    }

    /**
     * How instances are made.
     *
     * @param modelPixel side of a pixel of the model, in px of the image: lengths that were tuned are the model's
     */
    public InstanceSettings objects(final Optional<Postprocessing> tuned, final double modelPixel) {
        final InstanceSettings model =
                InstanceSettings.of(tuned.orElse(Postprocessing.NONE), modelPixel, link);
        return new InstanceSettings(
                threshold > 0 ? threshold : model.threshold(),
                AUTO.equals(split) ? model.split() : Split.of(split),
                height > 0 ? height : model.height(),
                smallest > 0 ? smallest : model.smallest(),
                link);
    }

    /** What to tell of the model's share in it; empty if it has none. */
    public Optional<String> told(final Optional<Postprocessing> tuned) {
        return tuned.map(
                model ->
                        "Postprocessing: the model was tuned to "
                                + model
                                + "; keys that are given come first.");
    }
}
