package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import java.util.Locale;

/** Settings that have no meaning where a program of others is trained. */
final class ProgramSettings {

    private ProgramSettings() {}

    /**
     * Checks that none of them is given.
     *
     * @throws UNetException names the first that is
     */
    static void check(final TrainingRequest request, final ImportedModel start) {
        final TrainingSettings settings = request.settings();
        final TrainingSettings untold = TrainingSettings.builder().build();
        refuse(Architecture.FEATURES.key(), settings.features() != untold.features(), start);
        refuse(Architecture.DEPTH.key(), settings.depth() != untold.depth(), start);
        refuse(Architecture.DROPOUT.key(), settings.dropout() != untold.dropout(), start);
        refuse(TrainingKeys.FREEZE.key(), settings.freeze(), start);
        refuse(
                TrainingKeys.NORMALIZE.key(),
                !settings.normalization().equals(untold.normalization()),
                start);
        refuse(
                Precision.SETTING.key(),
                settings.precision() != Precision.FLOAT32 && !settings.device().isGpu(),
                start);
        if (request.method().loss().isPresent()) {
            throw new UNetException(
                    "A loss of the program's own was given, but it is only for U-Nets of this program;"
                            + " the model '"
                            + start.name()
                            + "' to start from is the package of another program.");
        }
    }

    private static void refuse(final String key, final boolean given, final ImportedModel start) {
        if (given) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s was given, but has no meaning for the model '%s' to start from, which is"
                                    + " the package of another program: leave it out.",
                            key,
                            start.name()));
        }
    }
}
