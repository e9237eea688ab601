package io.github.unetfiji.ui;

import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.report.plot.HistoryPlot;
import io.github.unetfiji.training.Training;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** What a training left behind, in words. */
public final class TrainedModelWords {

    private TrainedModelWords() {}

    /** One sentence a line: where the model is, its errors on held-out slices, what it was tuned to. */
    public static String of(final Path file, final Training.Result result) {
        final UNetModel model = result.model();
        final StringBuilder words = new StringBuilder();
        words.append(
                String.format(
                        Locale.ROOT,
                        "The model is in %s, as it was after iteration %s.",
                        file,
                        model.provenance().get("best_iteration")));
        if (model.provenance().get("held_out_errors") instanceof Map<?, ?> errors) {
            words.append(
                    String.format(
                            Locale.ROOT,
                            "\nErrors on the held-out slices, each at its best threshold: pixel error %s,"
                                    + " Rand error %s, warping error %s.",
                            errors.get("pixel_error"),
                            errors.get("rand_error"),
                            errors.get("warping_error")));
        }
        model.postprocessing()
                .ifPresent(
                        tuned ->
                                words.append("\nTuned on the held-out slices to ")
                                        .append(tuned)
                                        .append('.'));
        if (result.history().rows().isEmpty()) {
            words.append('\n').append(HistoryPlot.NO_CURVES);
        }
        return words.toString();
    }
}
