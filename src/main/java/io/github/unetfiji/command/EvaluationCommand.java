package io.github.unetfiji.command;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.ui.ScoreTable;
import java.util.List;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;

/** What the evaluating commands share: all but where prediction and truth are. */
abstract class EvaluationCommand extends ContextCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Kind of prediction",
            description =
                    "probabilities: of cell, or one channel a class, background first. classes: the"
                            + " value is the class. instances: 0 is background, every other value a"
                            + " cell.",
            choices = {"probabilities", "classes", "instances"},
            persist = false)
    private String kind = "probabilities";

    @Parameter(
            label = "Metrics",
            description =
                    "all, or words with commas between them. Of probabilities: pixel, rand, thinned,"
                            + " warping; of classes: iou; of instances: seg, objects, foreground.",
            persist = false)
    private String metrics = MetricWords.ALL;

    @Parameter(
            label = "Threshold (0 = all)",
            description =
                    "Above it a probability is cell; 0: all of 0, 0.1 .. 1, as in the ISBI"
                            + " challenge.",
            min = "0",
            max = "1",
            persist = false)
    private double threshold;

    @Parameter(
            label = "Plot the errors over the thresholds",
            description = "Of probabilities at all thresholds.",
            persist = false)
    private boolean plot = true;

    @Parameter(
            label = "Picture of the mistakes",
            description =
                    "Splits, mergers and cells that are missing or extra in colours, at the threshold"
                            + " of the least warping error; of probabilities.",
            persist = false)
    private boolean picture;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus curves;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ImagePlus mistakes;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private ResultsTable scores;

    @Parameter(type = ItemIO.OUTPUT)
    @SuppressWarnings("unused") // NB: read by SciJava.
    private String summary;

    /** What to compare, at least one pair. */
    abstract List<ImagePair> pairs();

    @Override
    public final void run() {
        final Findings findings = comparison().of(pairs(), CommandProgress.of(status, this));
        scores = ScoreTable.with(findings.rows());
        summary = findings.sentence();
        curves = findings.curves().orElse(null);
        mistakes = findings.picture().orElse(null);
    }

    private Comparison<?, ?> comparison() {
        final PredictionKind chosen = PredictionKind.of(kind);
        if (chosen == PredictionKind.PROBABILITIES) {
            return new ProbabilityComparison(
                    MetricWords.of(Metric.class, chosen, metrics), threshold, plot, picture);
        }
        checkOnlyProbabilitiesHave(threshold != 0, "threshold", "0");
        checkOnlyProbabilitiesHave(picture, "picture", "false");
        if (chosen == PredictionKind.CLASSES) {
            MetricWords.of(ClassMetric.class, chosen, metrics);
            return new ClassComparison();
        }
        return new InstanceComparison(MetricWords.of(InstanceMetric.class, chosen, metrics));
    }

    private void checkOnlyProbabilitiesHave(
            final boolean given, final String key, final String allowed) {
        if (given) {
            throw new UNetException(
                    String.format(
                            "%s was given, but must be %s for kind=%s: only probabilities have one.",
                            key, allowed, kind));
        }
    }
}
