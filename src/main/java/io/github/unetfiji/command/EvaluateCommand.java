package io.github.unetfiji.command;

import ij.ImagePlus;
import io.github.unetfiji.batch.EvaluatedImages;
import io.github.unetfiji.batch.ImagePair;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.ij.ImageContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Compares an open image with its truth. */
@Plugin(
        type = Command.class,
        label = "U-Net Evaluate...",
        description =
                "Tells how far a prediction is from its truth: a row of errors for every "
                        + "slice.",
        attrs = {
            @Attr(
                    name = "example",
                    value =
                            "After U-Net Segment with the result probabilities, open the labels of the "
                                    + "image, choose both, and press OK."),
            @Attr(
                    name = "macro",
                    value =
                            "run(\"U-Net Evaluate...\", \"prediction=phantom.tif-probabilities "
                                    + "truth=phantom-labels.tif\");")
        })
public final class EvaluateCommand extends EvaluationCommand {

    @Parameter(
            label = "Prediction",
            description = "Probabilities, classes or cells: what is evaluated, all its slices.",
            style = "prediction",
            callback = "predictionChanged",
            persist = false)
    private ImagePlus prediction;

    @Parameter(
            label = "Truth",
            description = "A label image of the same size and number of slices; 0 is background.",
            style = "labels",
            persist = false)
    private ImagePlus truth;

    /** Called by the dialog: the kind follows the image. */
    @SuppressWarnings("unused") // NB: called by SciJava.
    private void predictionChanged() {
        expect(probableKind(prediction));
    }

    /** NB: classes and objects look alike, but U-Net Segment names its results after their kind. */
    private static PredictionKind probableKind(final ImagePlus image) {
        if (ImageContent.byPixels(image) != ImageContent.LABELS) {
            return PredictionKind.PROBABILITIES;
        }
        return image.getTitle().contains("-" + PredictionKind.CLASSES.key())
                ? PredictionKind.CLASSES
                : PredictionKind.INSTANCES;
    }

    @Override
    EvaluatedImages images() {
        final Map<String, String> facts = new LinkedHashMap<>();
        facts.put("Prediction", prediction.getTitle());
        facts.put("Truth", truth.getTitle());
        return EvaluatedImages.of(
                List.of(new ImagePair(prediction.getTitle(), () -> prediction, () -> truth)),
                facts);
    }
}
