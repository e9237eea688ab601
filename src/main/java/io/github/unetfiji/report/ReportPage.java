package io.github.unetfiji.report;

import static j2html.TagCreator.body;
import static j2html.TagCreator.each;
import static j2html.TagCreator.figcaption;
import static j2html.TagCreator.figure;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.h2;
import static j2html.TagCreator.head;
import static j2html.TagCreator.html;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.p;
import static j2html.TagCreator.rawHtml;
import static j2html.TagCreator.section;
import static j2html.TagCreator.style;
import static j2html.TagCreator.title;

import ij.gui.Plot;
import ij.process.ImageProcessor;
import j2html.Config;
import j2html.TagCreator;
import j2html.rendering.FlatHtml;
import j2html.tags.DomContent;
import j2html.tags.specialized.ImgTag;
import j2html.utils.EscapeUtil;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** The page of a report, from top to bottom. */
final class ReportPage {

    /** NB: says to the browser itself that nothing is fetched and nothing runs. */
    private static final String POLICY =
            "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    /** Characters that neither XML nor HTML may contain. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]");

    private static final String OUTCOMES =
            "Cells are counted in each slice. A cell is found if an object agrees with it by more than half"
                    + " (IoU above 0.5). Others are merged if their object covers most of another cell, too,"
                    + " split if several objects cover most of it, and missed if at most half of it is"
                    + " covered. An object is one too many if most of it lies in no cell.";

    private static final String STYLE = "report.css";

    /** Pixels a point of the plot. */
    private static final float PLOT_SCALE = 2;

    private final EvaluationReport report;

    ReportPage(final EvaluationReport report) {
        this.report = report;
    }

    void render(final Appendable out) throws IOException {
        final Config config =
                Config.defaults().withEmptyTagsClosed(true).withTextEscaper(ReportPage::escape);
        out.append("<!DOCTYPE html>\n");
        html(header(), body(main(content())))
                .attr("lang", "en")
                .render(FlatHtml.into(out, config), null);
    }

    private static String escape(final String text) {
        return EscapeUtil.escape(CONTROL.matcher(text).replaceAll("\ufffd"));
    }

    private DomContent header() throws IOException {
        return head(
                meta().withCharset(StandardCharsets.UTF_8.name()),
                meta().attr("http-equiv", "Content-Security-Policy").withContent(POLICY),
                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                meta().withName("generator").withContent(program()),
                title(report.title()),
                style().with(rawHtml(css())));
    }

    private DomContent[] content() throws IOException {
        return new DomContent[] {
            h1(report.title()),
            p(program() + ", " + DAY.format(report.date())).withClass("made"),
            section(h2("What was evaluated"), FactSections.evaluated(report)),
            section(h2("Errors"), verdict(), ErrorTables.of(report)),
            section(h2("Errors over the threshold"), curves()),
            each(SliceFigures.of(report)),
            section(h2("What the numbers mean"), FactSections.definitions(report)),
            each(FactSections.model(report.model())),
            footer(
                    p(
                            "Made by "
                                    + program()
                                    + ", which implements Ronneberger, Fischer and Brox, U-Net:"
                                    + " Convolutional Networks for Biomedical Image Segmentation, 2015,"
                                    + " doi:10.1007/978-3-319-24574-4_28."))
        };
    }

    /** NB: beside errors that an empty prediction can make small. */
    private DomContent verdict() {
        return report.verdict().isEmpty()
                ? each()
                : each(p(report.verdict()).withClass("verdict"), p(OUTCOMES).withClass("fates"));
    }

    private DomContent curves() throws IOException {
        final Plot plot = ScoreCurves.of(report.evaluation().stack(), report.title());
        return figure(
                picture(
                                plot.makeHighResolution("", PLOT_SCALE, true, false).getProcessor(),
                                "Errors of all slices together over the threshold; the best are in the table"
                                        + " above.")
                        .withClass("plot"),
                figcaption(
                        "All slices together. The axis is logarithmic; an error of 0 leaves a gap. The"
                                + " best of each is marked in black."));
    }

    /** The program and its version. */
    private static String program() {
        final String version = ReportPage.class.getPackage().getImplementationVersion();
        return "U-Net for Fiji " + (version == null ? "(development version)" : version);
    }

    private static String css() throws IOException {
        try (InputStream in = ReportPage.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + STYLE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * A picture that lies within the page, in its own size.
     *
     * @param alternative what it shows, for those who cannot see it
     */
    static ImgTag picture(final ImageProcessor picture, final String alternative)
            throws IOException {
        return TagCreator.img()
                .withSrc("data:image/png;base64," + encode(picture))
                .withAlt(alternative)
                .withWidth(Integer.toString(picture.getWidth()))
                .withHeight(Integer.toString(picture.getHeight()));
    }

    private static String encode(final ImageProcessor picture) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture.getBufferedImage(), "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
