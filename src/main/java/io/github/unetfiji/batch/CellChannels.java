package io.github.unetfiji.batch;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.ChannelMeaning;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.SegmentationModel;
import java.util.List;
import java.util.Locale;

/**
 * The channels of a model's probabilities by which cells are evaluated: one, the probability of a cell; or several, of which the
 * first is the background. An evaluation reads images so.
 */
final class CellChannels {

    private CellChannels() {}

    /**
     * The channels, from 0; empty: all of them, as they are.
     *
     * @throws UNetException if the model gives no probability of a cell; says why
     */
    static List<Integer> of(final SegmentationModel model) {
        if (!(model instanceof ImportedModel imported)) {
            return List.of();
        }
        final ChannelMeaning meaning = imported.meaning();
        return switch (meaning.kind()) {
            case CLASSES -> backgroundFirst(meaning.background().orElse(0));
            case FOREGROUND -> List.of(meaning.foreground().orElse(0));
            case INDEPENDENT ->
                    throw new UNetException(
                            String.format(
                                    Locale.ROOT,
                                    "The channels of the model '%s' (%s) do not depend on each other, so that"
                                            + " none is the probability of a cell: evaluate classes or instances.",
                                    model.name(),
                                    String.join(", ", model.outputs())));
            case IMAGE ->
                    throw new UNetException(
                            "The model '"
                                    + model.name()
                                    + "' cannot be evaluated by labels: "
                                    + meaning.reason());
        };
    }

    /** NB: of all others together, the background leaves the probability of a cell. */
    private static List<Integer> backgroundFirst(final int background) {
        return background == 0 ? List.of() : List.of(background, 0);
    }
}
