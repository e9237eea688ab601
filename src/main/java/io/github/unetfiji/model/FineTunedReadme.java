package io.github.unetfiji.model;

import java.util.Locale;
import java.util.Map;

/** What the documentation of a package says of its fine-tuning and of what came out. */
final class FineTunedReadme {

    private FineTunedReadme() {}

    /** A chapter in Markdown. */
    static String of(final FineTunedPackage.Result result) {
        final Map<String, Object> provenance = result.provenance();
        final StringBuilder text = new StringBuilder("# Fine-tuning\n\n");
        text.append(
                String.format(
                        Locale.ROOT,
                        "'%s' has the program of '%s' with weights that were trained further with U-Net for"
                                + " Fiji: %s iterations, %s slice(s), %s held out. How stands in the"
                                + " description under config.unetfiji_finetuned.\n\n# Validation\n\n",
                        result.name(),
                        result.original().startName(),
                        provenance.getOrDefault("best_iteration", "?"),
                        provenance.getOrDefault("training_slices", "?"),
                        provenance.getOrDefault("validation_slices", "?")));
        if (provenance.containsKey("validation_mean_iou")) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "On held-out slices: mean IoU of the classes %s at threshold %s, loss %s.\n",
                            provenance.get("validation_mean_iou"),
                            provenance.get("validation_threshold"),
                            provenance.get("validation_loss")));
        } else {
            text.append("No slices were held out, so what it reaches on others is not known.\n");
        }
        if (provenance.get("held_out_errors") instanceof Map<?, ?> errors) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "Errors of the ISBI 2012 challenge, each at its best threshold: pixel error"
                                    + " %s, Rand error %s, warping error %s.\n",
                            errors.get("pixel_error"),
                            errors.get("rand_error"),
                            errors.get("warping_error")));
        }
        return text.toString();
    }
}
