package io.github.unetfiji.report;

import static j2html.TagCreator.caption;
import static j2html.TagCreator.each;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.tfoot;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.tr;

import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.MismatchCounts;
import j2html.tags.DomContent;
import j2html.tags.specialized.TrTag;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** The mistakes in topology, which the warping error alone does not tell. */
final class MistakeTable {

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

    private MistakeTable() {}

    /** The table; nothing if the warping error was not asked for. */
    static DomContent of(final EvaluationReport report) {
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
                                        .mapToObj(z -> row(report.name(z), slices.get(z))))),
                tfoot(row("All slices", stack).withClass("all")));
    }

    private static TrTag row(final String name, final ChallengeScores scores) {
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
