package io.github.unetfiji.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.tfoot;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The tables of errors in a report: the best value of every measure, and the number of mistakes in topology at the threshold
 * of the least warping error. A row for each slice, and one for all slices together.
 */
final class ErrorTables {

    private static final String PAPER =
            "* Ronneberger et al. 2015, table 1, on the hidden test set of the ISBI 2012 challenge:"
                    + " another split of the data, and another network. For orientation; it is no"
                    + " comparison.";

    private static final List<String> HEADINGS =
            List.of(
                    "Slice",
                    "Threshold",
                    "Splits",
                    "Mergers",
                    "Missing cells",
                    "Extra cells",
                    "Extra holes",
                    "Missing holes");

    private final EvaluationReport report;
    private final List<Measure> measures;

    private ErrorTables(final EvaluationReport report) {
        this.report = report;
        measures = Measure.of(report.evaluation().stack());
    }

    static DomContent of(final EvaluationReport report) {
        return new ErrorTables(report).content();
    }

    private DomContent content() {
        return each(best(), mistakes());
    }

    private DomContent best() {
        final List<ChallengeScores> slices = report.evaluation().slices();
        return each(
                table(
                        caption(
                                "The best value and, in brackets, the threshold at which it is"
                                        + " reached. The values of all slices together are not the"
                                        + " means of those above: one threshold for all."),
                        thead(
                                tr(
                                        th("Slice").attr("scope", "col"),
                                        each(measures, m -> th(m.label()).attr("scope", "col")))),
                        tbody(
                                each(
                                        IntStream.range(0, slices.size())
                                                .mapToObj(
                                                        z -> row(report.name(z), slices.get(z))))),
                        tfoot(
                                row("All slices", report.evaluation().stack()).withClass("all"),
                                iff(report.paper(), paper()))),
                iff(report.paper(), p(PAPER).withClass("note")));
    }

    private TrTag row(final String name, final ChallengeScores scores) {
        return tr(
                th(name).attr("scope", "row"),
                each(measures, measure -> value(measure, measure.score(scores))));
    }

    private static DomContent value(final Measure measure, final Score score) {
        return td(
                text(Numbers.decimals(score.value(), measure.decimals())),
                span(" (" + Numbers.threshold(score.threshold()) + ")").withClass("at"));
    }

    private TrTag paper() {
        return tr(
                        th("Paper*").attr("scope", "row"),
                        each(
                                measures,
                                measure ->
                                        td(Numbers.decimals(measure.paper(), measure.decimals()))))
                .withClass("paper");
    }

    /** The table; nothing if the warping error was not asked for. */
    private DomContent mistakes() {
        final ChallengeScores stack = report.evaluation().stack();
        if (!Measure.WARPING_ERROR.isKnown(stack)) {
            return each();
        }
        final List<ChallengeScores> slices = report.evaluation().slices();
        return table(
                caption(
                        "Mistakes in topology at the threshold of the least warping error. Touching"
                                + " pixels of one kind are one mistake."),
                thead(tr(each(HEADINGS, heading -> th(heading).attr("scope", "col")))),
                tbody(
                        each(
                                IntStream.range(0, slices.size())
                                        .mapToObj(z -> mistakeRow(report.name(z), slices.get(z))))),
                tfoot(mistakeRow("All slices", stack).withClass("all")));
    }

    private static TrTag mistakeRow(final String name, final ChallengeScores scores) {
        final MismatchCounts counts = scores.warpingAtBest().mistakes();
        final Stream<String> numbers =
                LongStream.of(
                                counts.splits(),
                                counts.mergers(),
                                counts.objectDeletions(),
                                counts.objectAdditions(),
                                counts.holeAdditions(),
                                counts.holeDeletions())
                        .mapToObj(Long::toString);
        final String threshold = Numbers.threshold(scores.warpingError().threshold());
        return tr(
                th(name).attr("scope", "row"),
                td(threshold),
                each(numbers.map(number -> td(number))));
    }
}
