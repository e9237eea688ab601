package io.github.unetfiji.report;

import static j2html.TagCreator.a;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.each;
import static j2html.TagCreator.text;

import j2html.tags.DomContent;

/** What each number means, and where it was defined. */
final class Definitions {

    private Definitions() {}

    static DomContent of(final EvaluationReport report) {
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
}
