package io.github.unetfiji.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.process.ByteProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.Metric;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.Thresholds;
import io.github.unetfiji.labels.LabelMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class EvaluationReportTest {

    private static final String PNG = "data:image/png;base64,";

    /** The middle row of each slice: one cell whole, missed, cut in two. */
    private static final List<String> PREDICTIONS = List.of("#####..", ".......", "##.##..");

    private static final String TRUTH = "#####..";

    @TempDir Path folder;

    @Test
    void everyNumberStandsInItsRowWithItsThreshold() throws Exception {
        final Document page = page(builder(Metric.PIXEL, Metric.RAND, Metric.WARPING));
        final List<Element> tables = elements(page, "table");
        assertEquals(2, tables.size());
        assertEquals(
                List.of(
                        "Slice|Pixel error|Rand error|Warping error",
                        "1|0.0000 (0)|0.0000 (0)|0.000000 (0)",
                        "2|1.0000 (0)|1.0000 (0)|0.000000 (0)",
                        "3|0.1111 (0)|0.6667 (0)|0.047619 (0)",
                        "All slices|0.2500 (0)|0.4286 (0)|0.015873 (0)"),
                rows(tables.get(0)));
        assertEquals(
                List.of("1|0|0|0|0|0|0|0", "2|0|0|0|1|0|0|0", "3|0|1|0|0|0|0|0"),
                rows(tables.get(1)).subList(1, 4));
        assertEquals("All slices|0|1|0|1|0|0|0", rows(tables.get(1)).get(4));
    }

    @Test
    void onlyWhatWasEvaluatedIsToldAndExplained() throws Exception {
        final Document page = page(builder(Metric.PIXEL));
        assertEquals("Slice|Pixel error", rows(elements(page, "table").get(0)).get(0));
        assertEquals(1, elements(page, "table").size());
        assertEquals(
                List.of("Slices", "Thresholds", "Pixel error"),
                elements(page, "dt").stream().map(Element::getTextContent).toList());
        assertEquals("0, 0.5, 1", elements(page, "dd").get(1).getTextContent());
        assertTrue(elements(page, "dd").get(2).getTextContent().contains("ISBI 2012"));
        assertEquals(1, elements(page, "img").size(), "without slices only the curves are shown");
        assertEquals(
                List.of(
                        "What was evaluated",
                        "Errors",
                        "Errors over the threshold",
                        "What the numbers mean"),
                elements(page, "h2").stream().map(Element::getTextContent).toList());
    }

    @Test
    void theVerdictStandsBesideTheErrors() throws Exception {
        final Document page = page(builder(Metric.PIXEL).optVerdict("3 of 4 <cells> are found."));
        assertEquals(
                "3 of 4 <cells> are found.",
                elements(page, "p").stream()
                        .filter(p -> p.getAttribute("class").equals("verdict"))
                        .map(Element::getTextContent)
                        .reduce("", String::concat));
    }

    @Test
    void agreementAfterThinningIsTold() throws Exception {
        final Document page = page(builder(Metric.THINNED));
        final List<String> rows = rows(elements(page, "table").get(0));
        assertEquals("Slice|V_Rand|V_Info", rows.get(0));
        assertEquals("1|1.0000 (0)|1.0000 (0)", rows.get(1));
    }

    @Test
    void thePaperIsSaidToBeOfOtherData() throws Exception {
        final Document page = page(builder(Metric.PIXEL, Metric.RAND, Metric.WARPING).optPaper());
        assertEquals("Paper*|0.0611|0.0382|0.000353", rows(elements(page, "table").get(0)).get(5));
        final String text = page.getDocumentElement().getTextContent();
        assertTrue(text.contains("another split of the data, and another network"), text);
        assertFalse(
                page(builder(Metric.PIXEL))
                        .getDocumentElement()
                        .getTextContent()
                        .contains("Paper"));
    }

    @Test
    void everyTextIsEscaped() throws Exception {
        final String nasty = "<b>\"A&B\"</b> 'x' \u0001";
        final String shown = "<b>\"A&B\"</b> 'x' \ufffd";
        final Document page =
                page(
                        builder(Metric.PIXEL)
                                .setTitle(nasty)
                                .optNames(List.of(nasty, "19", "20"))
                                .optFact(nasty, nasty)
                                .optModel("note: " + nasty + "\ndata:\n  - name: <i>\n")
                                .optPictures(EvaluationReportTest::slice));
        assertEquals(shown, elements(page, "h1").get(0).getTextContent());
        assertEquals(shown, elements(page, "title").get(0).getTextContent());
        assertEquals(shown, elements(page, "dt").get(0).getTextContent());
        assertEquals(shown, elements(page, "dd").get(0).getTextContent());
        assertEquals(shown + "|0.0000 (0)", rows(elements(page, "table").get(0)).get(1));
        final String text = page.getDocumentElement().getTextContent();
        assertTrue(text.contains("note: " + shown), text);
        assertTrue(text.contains("- name: <i>"), text);
        assertEquals(0, elements(page, "i").size());
        assertEquals(
                List.of("note:", "data:", "- name:"),
                elements(page, "b").stream().map(Element::getTextContent).toList());
        assertEquals("Image of slice " + shown, elements(page, "img").get(7).getAttribute("alt"));
    }

    @Test
    void theFileNeedsNothingElse() throws Exception {
        final Document page = page(builder(Metric.RAND).optPictures(EvaluationReportTest::slice));
        assertEquals(
                Set.of(),
                elements(page, "*").stream()
                        .map(Element::getTagName)
                        .filter(Set.of("script", "link", "iframe", "object", "form")::contains)
                        .collect(Collectors.toSet()));
        for (final Element element : elements(page, "*")) {
            final String source = element.getAttribute("src");
            assertTrue(source.isEmpty() || source.startsWith(PNG), source);
        }
        final String style = elements(page, "style").get(0).getTextContent();
        assertTrue(style.contains("@media print"), style);
        assertFalse(style.contains("url(") || style.contains("@import"), style);
        assertTrue(
                elements(page, "meta").stream()
                        .anyMatch(
                                meta ->
                                        meta.getAttribute("content")
                                                .startsWith("default-src 'none'")));
        assertTrue(
                Files.readString(folder.resolve("report.html"))
                        .startsWith("<!DOCTYPE html>\n<html"));
    }

    @Test
    void theWorstSlicesAreAskedForOnceAndShownInTheirSize() throws Exception {
        final List<Integer> asked = new ArrayList<>();
        final Document page =
                page(
                        builder(Metric.RAND)
                                .optNames(List.of("18", "19", "20"))
                                .optWorst(2, Measure.RAND_ERROR)
                                .optPictures(
                                        z -> {
                                            asked.add(z);
                                            return slice(z);
                                        }));
        assertEquals(List.of(1, 2), asked);
        final List<Element> images = elements(page, "img");
        assertEquals(
                List.of(
                        "Image of slice 19",
                        "Prediction, black 0 to white 1 of slice 19",
                        "Mistakes of slice 19",
                        "Image of slice 20",
                        "Prediction, black 0 to white 1 of slice 20",
                        "Mistakes of slice 20"),
                images.stream().skip(1).map(image -> image.getAttribute("alt")).toList());
        assertEquals(2 * 716, decoded(images.get(0)).getWidth());
        for (final Element image : images.subList(1, images.size())) {
            assertEquals(7, decoded(image).getWidth());
            assertEquals(3, decoded(image).getHeight());
        }
        // NB: getRGB would take the gray values for linear.
        assertEquals(0, decoded(images.get(2)).getRaster().getSample(3, 1, 0));
        assertEquals(204, decoded(images.get(5)).getRaster().getSample(3, 1, 0));
        assertEquals(
                "Slice 20, 7 x 3 px. Rand error 0.6667, best at 0. Mistakes at 0: 1 split, 0 mergers,"
                        + " 0 missing cells, 0 extra cells, 0 holes.",
                elements(page, "figcaption").get(2).getTextContent());
    }

    @Test
    void slicesWithoutANumberComeLast() {
        final EvaluationSettings settings =
                EvaluationSettings.builder().optMetrics(EnumSet.of(Metric.THINNED)).build();
        final float[] split = {1, 0, 1, 0};
        final float[] whole = {1, 1, 1, 0};
        final int[] cell = {1, 1, 1, 0};
        final Evaluation evaluation =
                Evaluation.of(
                        List.of(
                                ProbabilityMap.of(whole, 4, 1),
                                ProbabilityMap.of(whole, 4, 1),
                                ProbabilityMap.of(split, 4, 1)),
                        List.of(
                                LabelMap.of(new int[4], 4, 1),
                                LabelMap.of(cell, 4, 1),
                                LabelMap.of(cell, 4, 1)),
                        settings,
                        Progress.NONE);
        assertEquals(
                List.of(2, 1, 0),
                EvaluationReport.builder(evaluation, settings)
                        .setTitle("title")
                        .optWorst(3, Measure.V_RAND)
                        .build()
                        .worst());
    }

    @Test
    void aLargePictureIsMadeSmaller() throws Exception {
        final int width = 2048;
        final float[] values = new float[2 * width];
        final int[] labels = new int[2 * width];
        Arrays.fill(values, 1);
        Arrays.fill(labels, 1);
        final ComparedSlice large =
                new ComparedSlice(
                        ProbabilityMap.of(values, width, 2), LabelMap.of(labels, width, 2));
        final Document page =
                page(
                        builder(Metric.PIXEL)
                                .optWorst(1, Measure.PIXEL_ERROR)
                                .optPictures(z -> large));
        final List<Element> images = elements(page, "img");
        assertEquals(3, images.size(), "curves, prediction and mistakes, for there is no image");
        assertEquals(1024, decoded(images.get(1)).getWidth());
        assertEquals(1, decoded(images.get(2)).getHeight());
        final String caption = elements(page, "figcaption").get(1).getTextContent();
        assertTrue(caption.startsWith("Slice 2, 2048 x 2 px. Pixel error 1.0000"), caption);
    }

    @Test
    void programAndDateAreTold() throws Exception {
        final Document page =
                page(builder(Metric.PIXEL).optDate(Instant.parse("2026-11-21T06:59:30Z")));
        assertEquals(
                "U-Net for Fiji (development version), 21 November 2026, 06:59 UTC",
                elements(page, "p").get(0).getTextContent());
    }

    @Test
    void aFailureLeavesNothingBehindAndTheOldFileWhole() throws IOException {
        final Path file = Files.writeString(folder.resolve("old.html"), "old");
        final EvaluationReport report =
                builder(Metric.PIXEL)
                        .optPictures(
                                z -> {
                                    throw new UNetException("The slice cannot be read.");
                                })
                        .build();
        assertEquals(
                "The slice cannot be read.",
                assertThrows(UNetException.class, () -> report.write(file)).getMessage());
        assertEquals("old", Files.readString(file));
        assertArrayEquals(new String[] {"old.html"}, folder.toFile().list());
    }

    @Test
    void badOptionsAreToldInASentence() {
        assertEquals(
                "The report has 1 names for 3 slices; every slice must have one.",
                message(() -> builder(Metric.PIXEL).optNames(List.of("1"))));
        assertEquals(
                "The report cannot show 0 slices; allowed are 1 to 20.",
                message(() -> builder(Metric.PIXEL).optWorst(0, Measure.PIXEL_ERROR)));
        assertEquals(
                "The worst slices cannot be found by V_INFO, which was not evaluated; allowed are"
                        + " [PIXEL_ERROR].",
                message(() -> builder(Metric.PIXEL).optWorst(1, Measure.V_INFO)));
        assertEquals(
                "The report has no title; it must have one.",
                message(() -> builder(Metric.PIXEL).setTitle(" ").build()));
    }

    @Test
    void anEvaluationWithoutANumberIsRefused() {
        final EvaluationSettings settings =
                EvaluationSettings.builder()
                        .optMetrics(EnumSet.of(Metric.WARPING))
                        .optThresholds(Thresholds.only(0.95))
                        .build();
        final Evaluation evaluation =
                Evaluation.of(
                        List.of(slice(0).prediction()),
                        List.of(slice(0).truth()),
                        settings,
                        Progress.NONE);
        assertEquals(
                "The evaluation has no number to report: the warping error is looked for at thresholds"
                        + " up to 0.9, but none of the thresholds is so low.",
                message(() -> EvaluationReport.builder(evaluation, settings)));
        assertArrayEquals(
                new double[] {-0.02, 1.02, 0, 1},
                ScoreCurves.of(evaluation.stack(), "nothing").getLimits(),
                1e-12);
    }

    private static String message(final Executable action) {
        return assertThrows(UNetException.class, action).getMessage();
    }

    private static BufferedImage decoded(final Element image) throws IOException {
        final String source = image.getAttribute("src").substring(PNG.length());
        return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(source)));
    }

    private EvaluationReport.Builder builder(final Metric... metrics) {
        final EvaluationSettings settings =
                EvaluationSettings.builder()
                        .optMetrics(EnumSet.copyOf(List.of(metrics)))
                        .optThresholds(Thresholds.steps(0, 1, 0.5))
                        .build();
        final Evaluation evaluation =
                Evaluation.of(
                        IntStream.range(0, 3).mapToObj(z -> slice(z).prediction()).toList(),
                        IntStream.range(0, 3).mapToObj(z -> slice(z).truth()).toList(),
                        settings,
                        Progress.NONE);
        return EvaluationReport.builder(evaluation, settings).setTitle("title");
    }

    private static ComparedSlice slice(final int z) {
        final String row = PREDICTIONS.get(z);
        final int width = row.length();
        final float[] values = new float[3 * width];
        final int[] truth = new int[3 * width];
        for (int x = 0; x < width; x++) {
            values[width + x] = row.charAt(x) == '#' ? 0.8f : 0;
            truth[width + x] = TRUTH.charAt(x) == '#' ? 1 : 0;
        }
        return new ComparedSlice(
                ProbabilityMap.of(values, width, 3),
                LabelMap.of(truth, width, 3),
                Optional.of(new ByteProcessor(width, 3)));
    }

    private Document page(final EvaluationReport.Builder builder) throws Exception {
        final Path file = folder.resolve("report.html");
        builder.build().write(file);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
    }

    private static List<Element> elements(final Document page, final String tag) {
        return list(page.getElementsByTagName(tag));
    }

    private static List<Element> list(final NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    private static List<String> rows(final Element table) {
        return list(table.getElementsByTagName("tr")).stream()
                .map(EvaluationReportTest::cells)
                .toList();
    }

    private static String cells(final Element row) {
        final List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getChildNodes().getLength(); i++) {
            cells.add(row.getChildNodes().item(i).getTextContent());
        }
        return String.join("|", cells);
    }
}
