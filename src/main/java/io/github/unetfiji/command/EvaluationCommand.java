package io.github.unetfiji.command;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.batch.ClassComparison;
import io.github.unetfiji.batch.ClassComparison.ClassMetric;
import io.github.unetfiji.batch.Comparison;
import io.github.unetfiji.batch.ComparisonResult;
import io.github.unetfiji.batch.EvaluatedImages;
import io.github.unetfiji.batch.InstanceComparison;
import io.github.unetfiji.batch.InstanceComparison.InstanceMetric;
import io.github.unetfiji.batch.ProbabilityComparison;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.PredictionKind;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.ij.ImageContent;
import io.github.unetfiji.report.ScoreTable;
import io.github.unetfiji.setting.Setting;
import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.plugin.Parameter;

/** The part that all evaluating commands share: everything but where prediction and truth come from. */
abstract class EvaluationCommand extends UNetCommand {

    @Parameter private StatusService status;

    @Parameter(
            label = "Kind of prediction",
            description =
                    "Probabilities: of cell, or one channel a class, background first. Classes: the"
                            + " value is the class. Objects: 0 is background, every other value a"
                            + " cell.",
            persist = false)
    private String kind = PredictionKind.SETTING.initialWord();

    @Parameter(
            label = "Metrics",
            description =
                    "What to compare: all, or some of these words, with commas between them. Of"
                            + " probabilities: pixel (share of wrong pixels), rand (splits and mergers),"
                            + " thinned (the same with thin borders), warping (wrong topology). Of"
                            + " classes: iou (overlap). Of objects: seg (overlap of each cell), objects"
                            + " (found, missed, extra), foreground (overlap of all).",
            persist = false)
    private String metrics = MetricWords.ALL;

    @Parameter(
            label = "Threshold (0 = all)",
            description =
                    "Above it a probability is cell; 0: all of 0, 0.1 .. 1, as in the ISBI"
                            + " challenge.",
            persist = false)
    private double threshold = ProbabilityComparison.THRESHOLD.initial();

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
    private boolean picture = ProbabilityComparison.PICTURE.initial();

    @Parameter(
            label = "Report (HTML file)",
            description =
                    "Writes numbers, curves, and the worst slices as pictures into one file; of"
                            + " probabilities.",
            style = "save",
            required = false,
            persist = false)
    private File report;

    @Parameter(
            label = "Published errors in the report",
            description =
                    "For orientation: those of Ronneberger et al. 2015 on the ISBI 2012 challenge's test"
                            + " stack.",
            persist = false)
    private boolean paper;

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

    @Override
    List<Setting<?>> declared() {
        return List.of(
                PredictionKind.SETTING,
                ProbabilityComparison.THRESHOLD,
                ProbabilityComparison.PICTURE);
    }

    /** Opens or makes the predictions; called after all keys were checked. */
    abstract EvaluatedImages images();

    /** Checks further keys before any work begins. */
    void check() {}

    /** The kind of prediction that the user chose. */
    final PredictionKind kind() {
        return PredictionKind.of(kind);
    }

    final void expect(final PredictionKind newKind) {
        kind = newKind.key();
    }

    /** The progress bar of ImageJ, or the console. */
    final Progress progress() {
        return CommandProgress.of(status, this);
    }

    @Override
    final void execute() {
        final Comparison<?, ?> comparison = comparison();
        check();
        try (EvaluatedImages images = images()) {
            final ComparisonResult findings = comparison.compare(images, progress(), IJ::log);
            scores = ScoreTable.with(findings.rows());
            summary = findings.summary();
            curves = findings.curves().map(ImageContent.ILLUSTRATION::mark).orElse(null);
            mistakes = findings.mistakes().map(ImageContent.ILLUSTRATION::mark).orElse(null);
        }
    }

    private Comparison<?, ?> comparison() {
        final boolean probabilities = kind() == PredictionKind.PROBABILITIES;
        checkOnlyProbabilitiesHave(!probabilities && threshold != 0, "threshold", "0");
        checkOnlyProbabilitiesHave(!probabilities && picture, "picture", "false");
        checkOnlyProbabilitiesHave(!probabilities && report != null, "report", "left out");
        return switch (kind()) {
            case PROBABILITIES -> probabilities(MetricWords.of(Metric.class, kind(), metrics));
            case CLASSES -> {
                MetricWords.of(ClassMetric.class, kind(), metrics);
                yield new ClassComparison();
            }
            case INSTANCES ->
                    new InstanceComparison(MetricWords.of(InstanceMetric.class, kind(), metrics));
        };
    }

    private Comparison<?, ?> probabilities(final Set<Metric> chosen) {
        final ProbabilityComparison.Builder builder =
                ProbabilityComparison.builder()
                        .optMetrics(chosen)
                        .optThreshold(threshold)
                        .optPlot(plot)
                        .optPicture(picture);
        if (report != null) {
            checkReport();
            builder.optReport(report.toPath(), paper);
        }
        return builder.build();
    }

    /** NB: known by its ending, so that a wrong choice in the dialog replaces no image and no model. */
    private void checkReport() {
        if (!report.getName().matches("(?i).+\\.html?")) {
            throw new UNetException("report is " + report + ", but must be an HTML file (.html).");
        }
        AtomicFile.prepare(report.toPath());
    }

    private void checkOnlyProbabilitiesHave(
            final boolean given, final String key, final String allowed) {
        if (given) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s was given, but must be %s for kind=%s: only probabilities have one.",
                            key,
                            allowed,
                            kind));
        }
    }
}
