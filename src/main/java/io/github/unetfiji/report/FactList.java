package io.github.unetfiji.report;

import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;

import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.Thresholds;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was evaluated, and with which settings. */
final class FactList {

    /** More thresholds than this are not told one by one. */
    private static final int MOST_TOLD = 21;

    private FactList() {}

    static DomContent of(final EvaluationReport report) {
        final List<EvaluationReport.Fact> facts = new ArrayList<>(report.facts());
        final int slices = report.evaluation().slices().size();
        facts.add(new EvaluationReport.Fact("Slices", Integer.toString(slices)));
        facts.add(new EvaluationReport.Fact("Thresholds", told(report.settings().thresholds())));
        if (report.settings().metrics().contains(Metric.WARPING)) {
            facts.add(
                    new EvaluationReport.Fact(
                            "Warping error",
                            "best at thresholds up to "
                                    + Numbers.threshold(report.settings().warpingLast())
                                    + "; a cell counts as split if it falls apart within "
                                    + report.settings().radius()
                                    + " px"));
        }
        return dl(each(facts, fact -> each(dt(fact.name()), dd(fact.value())))).withClass("facts");
    }

    private static String told(final Thresholds thresholds) {
        final int n = thresholds.size();
        if (n > MOST_TOLD) {
            return String.format(
                    Locale.ROOT,
                    "%d from %s to %s",
                    n,
                    Numbers.threshold(thresholds.get(0)),
                    Numbers.threshold(thresholds.get(n - 1)));
        }
        return IntStream.range(0, n)
                .mapToObj(i -> Numbers.threshold(thresholds.get(i)))
                .collect(Collectors.joining(", "));
    }
}
