package io.github.unetfiji.training;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Precision;
import io.github.unetfiji.setting.Setting;
import io.github.unetfiji.setting.Settings;
import java.util.List;
import java.util.Locale;

/** Settings that have no meaning where a program of others is trained. */
public final class ProgramSettings {

    /** Settings of the network and of the intensities, which such a program and its package have themselves. */
    static final List<Setting<?>> MEANINGLESS =
            List.of(
                    Architecture.FEATURES,
                    Architecture.DEPTH,
                    Architecture.DROPOUT,
                    TrainingKeys.FREEZE,
                    TrainingKeys.NORMALIZE);

    private ProgramSettings() {}

    /** Their defaults, which a dialog goes back to. */
    public static Settings defaults() {
        Settings defaults = Settings.DEFAULTS;
        for (final Setting<?> setting : MEANINGLESS) {
            defaults = withInitial(defaults, setting);
        }
        return defaults;
    }

    private static <T> Settings withInitial(final Settings settings, final Setting<T> setting) {
        return settings.with(setting, setting.initial());
    }

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
