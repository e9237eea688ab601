package io.github.unetfiji.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.b;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.section;
import static j2html.TagCreator.text;

import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.Thresholds;
import j2html.tags.DomContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The parts of a report that are lists of facts: what was evaluated, what the numbers mean, and what the model is. */
final class FactSections {

    /** More thresholds than this are not listed one by one. */
    private static final int MOST_LISTED = 21;

    private static final String SEPARATOR = ": ";

    private FactSections() {}

    /** The images that were evaluated, and the settings of the evaluation. */
    static DomContent evaluated(final EvaluationReport report) {
        final List<EvaluationReport.Fact> facts = new ArrayList<>(report.facts());
        final int slices = report.evaluation().slices().size();
        facts.add(new EvaluationReport.Fact("Slices", Integer.toString(slices)));
        facts.add(new EvaluationReport.Fact("Thresholds", words(report.settings().thresholds())));
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

    private static String words(final Thresholds thresholds) {
        final int n = thresholds.size();
        if (n > MOST_LISTED) {
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

    /** The definition of each number, and the paper or page that defines it. */
    static DomContent definitions(final EvaluationReport report) {
        return dl(each(
                        Measure.of(report.evaluation().stack()),
                        measure ->
                                each(
                                        dt(measure.label()),
                                        dd(
                                                text(
                                                        measure.definition()
                                                                + " "
                                                                + measure.source().citation()
                                                                + ", "),
                                                a(measure.source().shown())
                                                        .withHref(measure.source().address()),
                                                text(".")))))
                .withClass("facts");
    }

    /**
     * A section about the model; nothing if there are no lines.
     *
     * @param lines {@code name: value} each, indented where they belong to the line above
     */
    static DomContent model(final String lines) {
        if (lines.isBlank()) {
            return each();
        }
        return section(
                h2("The model"),
                div(each(lines.lines().filter(line -> !line.isBlank()).map(FactSections::line)))
                        .withClass("model"));
    }

    private static DomContent line(final String line) {
        final String content = line.strip();
        final int indent = line.indexOf(content) / 2;
        final int end = (content + " ").indexOf(SEPARATOR);
        return div(end < 0
                        ? text(content)
                        : each(b(content.substring(0, end + 1)), text(content.substring(end + 1))))
                .withStyle("margin-left:" + 1.5 * indent + "em");
    }
}
