package io.github.unetfiji.report;

import ij.ImagePlus;
import ij.gui.Plot;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.ModelReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Writes pictures of an evaluation of a phantom: FOLDER SIDE SLICES MODEL. */
public final class ReportDemo {

    private ReportDemo() {}

    public static void main(final String[] args) throws IOException {
        final int slices = Integer.parseInt(args[2]);
        final Perturbed data = new Perturbed(Integer.parseInt(args[1]), slices);
        final Evaluation evaluation =
                Evaluation.of(
                        IntStream.range(0, slices).mapToObj(data::prediction).toList(),
                        IntStream.range(0, slices).mapToObj(data::truth).toList(),
                        EvaluationSettings.builder().build(),
                        Progress.NONE);
        final Plot plot = ScoreCurves.of(evaluation.stack(), "Errors");
        write(plot.getImagePlus(), Path.of(args[0], "curves.png"));
        write(
                plot.makeHighResolution("curves", 3, true, false),
                Path.of(args[0], "curves-large.png"));
        final ImagePlus mistakes =
                MismatchPicture.at(0.5, 20)
                        .stack("mistakes", slices, data::compared, Progress.NONE);
        mistakes.setSlice(slices);
        write(mistakes, Path.of(args[0], "mistakes.png"));
        System.out.println(mistakes.getStack().getSliceLabel(slices));
        final ImagePlus last =
                new ImagePlus("", mistakes.getStack().getProcessor(slices).duplicate());
        last.setOverlay(mistakes.getOverlay());
        write(last.flatten(), Path.of(args[0], "mistakes-flat.png"));
        EvaluationReport.builder(evaluation, EvaluationSettings.builder().build())
                .setTitle("Errors of a <made-up> model on a phantom")
                .optFact("Image", "phantom.tif")
                .optFact("Truth", "phantom-labels.tif")
                .optFact("Prediction", "the truth, blurred, with spots")
                .optPictures(data::compared)
                .optPaper()
                .optModel(ModelReport.of(ModelPackage.read(Path.of(args[3]))))
                .build()
                .write(Path.of(args[0], "report.html"));
    }

    private static void write(final ImagePlus image, final Path file) throws IOException {
        ImageIO.write(image.getBufferedImage(), "png", file.toFile());
    }
}
