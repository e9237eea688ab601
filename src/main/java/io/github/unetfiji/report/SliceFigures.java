package io.github.unetfiji.report;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.p;
import static j2html.TagCreator.section;

import ij.process.ImageProcessor;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import j2html.tags.DomContent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * The worst slices as pictures: image, prediction and mistakes side by side. They are asked for and
 * drawn one by one; what is kept are the encoded pictures.
 */
final class SliceFigures {

    /** Larger pictures are made smaller, or the file would be too large to be sent, px. */
    private static final int LARGEST = 1024;

    /** Pictures of fewer columns are enlarged without blur, px. */
    private static final int SMALL = 300;

    private static final double MIDDLE = 0.5;

    private final EvaluationReport report;
    private final double threshold;
    private final MismatchPicture mistakes;

    private SliceFigures(final EvaluationReport report) {
        this.report = report;
        final double best = report.order().score(report.evaluation().stack()).threshold();
        threshold = Double.isNaN(best) ? MIDDLE : best;
        mistakes = MismatchPicture.at(threshold, report.settings().radius());
    }

    /** A section; nothing if the slices may not be asked for. */
    static DomContent of(final EvaluationReport report) throws IOException {
        if (report.source().isEmpty()) {
            return each();
        }
        return new SliceFigures(report).content(report.source().get());
    }

    private DomContent content(final IntFunction<ComparedSlice> source) throws IOException {
        final List<DomContent> figures = new ArrayList<>();
        for (final int z : report.worst()) {
            figures.add(slice(z, source.apply(z)));
        }
        return section(
                h2(
                        figures.size() < report.evaluation().slices().size()
                                ? "The worst slices"
                                : "The slices, the worst first"),
                p(
                        "By "
                                + report.order().label()
                                + ". Mistakes are shown at the threshold "
                                + Numbers.threshold(threshold)
                                + ", the best for all slices together."),
                MismatchKey.content(),
                each(figures, figure -> figure));
    }

    private DomContent slice(final int z, final ComparedSlice slice) throws IOException {
        final String name = "slice " + report.name(z);
        final List<DomContent> pictures = new ArrayList<>();
        if (slice.image().isPresent()) {
            pictures.add(picture(slice.image().get(), "Image", name));
        }
        pictures.add(
                picture(
                        GrayPicture.of(slice.prediction()),
                        "Prediction, black 0 to white 1",
                        name));
        final MismatchPicture.Drawn drawn = mistakes.slice(slice);
        pictures.add(picture(drawn.picture(), "Mistakes", name));
        final Score score = report.order().score(report.evaluation().slices().get(z));
        return figure(
                        div(each(pictures, picture -> picture)).withClass("row"),
                        figcaption(
                                String.format(
                                        Locale.ROOT,
                                        "Slice %s, %d x %d px. %s %s, best at %s. Mistakes at %s: %s.",
                                        report.name(z),
                                        slice.truth().width(),
                                        slice.truth().height(),
                                        report.order().label(),
                                        Numbers.decimals(score.value(), report.order().decimals()),
                                        Numbers.threshold(score.threshold()),
                                        Numbers.threshold(threshold),
                                        drawn.caption())))
                .withClass("slice");
    }

    private static DomContent picture(
            final ImageProcessor picture, final String what, final String slice)
            throws IOException {
        final ImageProcessor shown = fitting(picture);
        final boolean small = shown.getWidth() < SMALL;
        return div(
                        ReportPage.picture(shown, what + " of " + slice)
                                .withCondClass(small, "small"),
                        p(what))
                .withClass("picture");
    }

    private static ImageProcessor fitting(final ImageProcessor picture) {
        final int side = Math.max(picture.getWidth(), picture.getHeight());
        if (side <= LARGEST) {
            return picture;
        }
        final double scale = (double) LARGEST / side;
        return picture.resize(
                Math.max(1, (int) Math.round(picture.getWidth() * scale)),
                Math.max(1, (int) Math.round(picture.getHeight() * scale)),
                true);
    }
}
