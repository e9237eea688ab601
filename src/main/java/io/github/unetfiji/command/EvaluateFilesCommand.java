package io.github.unetfiji.command;

import io.github.unetfiji.batch.EvaluatedImages;
import java.io.File;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares image files with their truths. */
@Plugin(
        type = Command.class,
        label = "U-Net Evaluate Files...",
        description = "Tells how far predictions in files are from their truths.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "Choose a folder of predictions and a folder of label images of the same "
                                    + "names, and press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Evaluate Files...\", \"prediction=results truth=truths\");")
        })
public final class EvaluateFilesCommand extends EvaluationCommand {

    @Parameter(
            label = "Predictions (file or folder)",
            description = "An image file, or a folder of them: probabilities, classes or cells.",
            style = "both",
            persist = false)
    private File prediction;

    @Parameter(
            label = "Truths (file or folder)",
            description =
                    "Label images: as many as predictions, in the same order of names; 0 is"
                            + " background.",
            style = "both",
            persist = false)
    private File truth;

    @Override
    EvaluatedImages images() {
        return EvaluatedImages.ofFiles(prediction.toPath(), truth.toPath());
    }
}
