package io.github.unetfiji.training;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a training ended.
 *
 * @param reason one sentence
 * @param complete whether there is nothing more to do; who stopped it, or gave it little time, may want to go on
 */
record TrainingEnd(String reason, boolean complete) {

    /**
     * Whether a training is to end now.
     *
     * @param stopped whether the user asked for it
     * @param seconds of training so far
     * @return empty if there is no reason yet
     */
    static Optional<TrainingEnd> of(
            final TrainingSettings settings,
            final TrainingStatistics statistics,
            final boolean stopped,
            final double seconds) {
        final int done = statistics.iteration();
        if (done >= settings.iterations()) {
            return Optional.of(
                    new TrainingEnd(
                            "All " + settings.iterations() + " iterations are done.", true));
        }
        if (stopped) {
            return Optional.of(
                    new TrainingEnd("Stopped by the user after iteration " + done + ".", false));
        }
        if (settings.patience() > 0 && statistics.stale() >= settings.patience()) {
            return Optional.of(withoutProgress(statistics));
        }
        // NB: never before the first iteration, or the model would be that of the initial weights.
        return done > 0 && settings.minutes() > 0 && seconds >= 60 * settings.minutes()
                ? Optional.of(outOfTime(settings, done))
                : Optional.empty();
    }

    private static TrainingEnd withoutProgress(final TrainingStatistics statistics) {
        return new TrainingEnd(
                String.format(
                        Locale.ROOT,
                        "Ended after iteration %d: the validation loss has not improved for %d"
                                + " validations.",
                        statistics.iteration(),
                        statistics.stale()),
                true);
    }

    private static TrainingEnd outOfTime(final TrainingSettings settings, final int done) {
        return new TrainingEnd(
                String.format(
                        Locale.ROOT,
                        "Ended after iteration %d of %d: the time of %s min is over.",
                        done,
                        settings.iterations(),
                        BigDecimal.valueOf(settings.minutes())
                                .stripTrailingZeros()
                                .toPlainString()),
                false);
    }
}
