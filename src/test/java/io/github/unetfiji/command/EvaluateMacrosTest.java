package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.evaluate.ThresholdCurve.Score;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Evaluating as users do it: real macros, headless, over open images and files; and what they may get wrong. */
class EvaluateMacrosTest {

    private static final String EVALUATE =
            "run('U-Net Evaluate...', 'prediction=prediction truth=truth plot=false";
    private static final String FILES = "run('U-Net Evaluate Files...', 'plot=false";

    private static final String COLUMNS =
            """

            function row(r, columns) {
              line = "= " + getResultString("Prediction", r) + " " + getResultString("Slice", r) + ":";
              for (c = 0; c < columns.length; c++) line += " " + d2s(getResult(columns[c], r), 9);
              print(line);
            }
            function rows(columns) { for (r = 0; r < nResults; r++) row(r, columns); }
            function cells(title, type, x, id) {
              newImage(title, type, 12, 12, 2);
              for (z = 1; z <= 2; z++) {
                setSlice(z);
                for (k = 0; k < 3; k++) for (i = 0; i < 9; i++) setPixel(x + i % 3, 4 * k + i / 3, id * (k + 1));
              }
            }
            """;

    /** Two slices, 8-bit probabilities that are fractions of 255 and the same in 32 bits; truth of touching cells. */
    private static final String PHANTOM =
            """
            run("U-Net Sample Stack...", "width=72 height=64 slices=2 seed=5");
            run("Multiply...", "value=1.6 stack");
            rename("prediction");
            selectImage("sample-5-labels");
            saveAs("tiff", "$/truth.tif");
            rename("truth");
            columns = newArray("Pixel error", "Pixel error at", "Rand error n^2", "Rand error n-choose-2", "V_Rand", "V_Info", "V_Info at",
                "Warping error", "Warping error at", "Splits", "Mergers", "Object additions", "Object deletions", "Hole additions", "Hole deletions");
            run("U-Net Evaluate...", "prediction=prediction truth=truth plot=false");
            rows(columns);
            print("= " + nImages + " images, " + Table.headings);
            selectImage("prediction");
            run("32-bit");
            run("Divide...", "value=255 stack");
            saveAs("tiff", "$/32-bit.tif");
            rename("prediction");
            run("U-Net Evaluate...", "prediction=prediction truth=truth");
            print("= " + nResults + " rows, " + getTitle() + ", " + nImages + " images");
            rows(columns);
            """;

    /** Of the first slice a cell is missing, of the second there is one too many; the plot is active. */
    private static final String PICTURE =
            """
            newImage("truth", "8-bit black", 12, 12, 2);
            setSlice(1); makeRectangle(2, 2, 3, 3); run("Set...", "value=1 slice"); makeRectangle(7, 7, 3, 3); run("Set...", "value=2 slice");
            setSlice(2); run("Set...", "value=3 slice"); run("Select None");
            newImage("prediction", "8-bit black", 12, 12, 2);
            setSlice(1); makeRectangle(2, 2, 3, 3); run("Set...", "value=255 slice");
            setSlice(2); run("Set...", "value=255 slice"); makeRectangle(7, 7, 3, 3); run("Set...", "value=255 slice"); run("Select None");
            run("U-Net Evaluate...", "prediction=prediction truth=truth picture");
            print("= " + getTitle());
            selectImage("prediction-mistakes");
            for (z = 1; z <= 2; z++) { setSlice(z); print("= " + getMetadata("Label")); }
            run("U-Net Evaluate...", "prediction=prediction truth=truth picture threshold=0.5 metrics=pixel");
            getDimensions(w, h, c, z, t);
            print("= " + getTitle() + " " + bitDepth() + " c" + c + " z" + z + " " + nImages);
            """;

    private static final String ONE_THRESHOLD =
            """
            cells("truth", "8-bit black", 1, 7);
            cells("prediction", "8-bit black", 2, 85);
            run("U-Net Evaluate...", "prediction=prediction truth=truth threshold=0.95 metrics=[warping, pixel] plot=true");
            print("= " + getTitle() + " " + String.join(split(Table.headings, "\\t"), "|"));
            rows(newArray("Pixel error", "Pixel error at", "Warping error at", "Object deletions"));
            print("= " + getResultString("Pixel error", 0) + " " + getResultString("Object deletions", 0));
            """;

    /** The same image as prediction and truth; channels, Z and T, first as 8 bits, then as 32. */
    private static final String HYPERSTACK =
            """
            cells("truth", "8-bit black", 1, 7);
            run("Multiply...", "value=255 stack");
            run("U-Net Evaluate...", "prediction=truth truth=truth plot=false metrics=pixel");
            newImage("prediction", "8-bit composite-mode", 12, 10, 2, 3, 2);
            newImage("both", "8-bit black", 12, 10, 1, 3, 2);
            for (t = 1; t <= 2; t++) for (z = 1; z <= 3; z++) {
              selectImage("both"); Stack.setPosition(1, z, t);
              for (i = 0; i < t * z; i++) setPixel(i, 3, 1);
              selectImage("prediction"); Stack.setPosition(1, z, t); run("Set...", "value=255 slice");
              for (i = 0; i < t * z; i++) setPixel(i, 3, 0);
              Stack.setPosition(2, z, t); run("Set...", "value=9 slice");
            }
            run("U-Net Evaluate...", "prediction=prediction truth=both plot=false metrics=pixel");
            selectImage("prediction"); run("Make Composite", "display=Grayscale"); run("32-bit");
            run("Divide...", "value=255");
            for (i = 1; i <= nSlices; i++) { setSlice(i); run("Add...", "value=0.000001 slice"); }
            getDimensions(w, h, c, z, t); print("= c" + c + " z" + z + " t" + t + " " + bitDepth());
            """
                    + EVALUATE.replace("truth=truth", "truth=both")
                    + """
             metrics=pixel');
            rows(newArray("Pixel error"));
            """;

    private static final String CLASSES =
            """
            newImage("truth", "8-bit black", 4, 1, 2);
            setSlice(1); setPixel(1, 0, 1); setPixel(2, 0, 3); setSlice(2); setPixel(0, 0, 1);
            newImage("prediction", "32-bit black", 4, 1, 2);
            setSlice(1); setPixel(1, 0, 1); setPixel(2, 0, 1); setSlice(2); setPixel(0, 0, 1);
            """
                    + EVALUATE
                    + """
             kind=classes');
            rows(newArray("IoU 0", "Dice 0", "IoU 1", "Dice 1", "IoU 2", "IoU 3", "Mean IoU", "Mean Dice"));
            selectImage("prediction"); run("Multiply...", "value=2 stack");
            """
                    + EVALUATE
                    + " kind=classes');";

    /** Cells one pixel aside: 6 of 9 px are right, IoU 0.5; then masks, then ids far apart. */
    private static final String INSTANCES =
            """
            cells("truth", "16-bit black", 1, 1000);
            cells("prediction", "16-bit black", 1, 30);
            setSlice(2); setPixel(1, 1, 0); setPixel(2, 1, 0); setPixel(10, 8, 5);
            """
                    + EVALUATE
                    + """
             kind=instances');
            rows(newArray("SEG", "Found", "Extra", "Missed", "Precision", "AP 0.5", "AP 0.75", "Mean AP", "Foreground IoU"));
            newImage("mask", "8-bit black", 12, 12, 2);
            makeRectangle(1, 1, 3, 3); run("Set...", "value=255 stack"); makeRectangle(7, 1, 3, 3); run("Set...", "value=255 stack");
            run("Select None");
            newImage("numbers", "8-bit black", 12, 12, 2);
            makeRectangle(1, 1, 3, 3); run("Set...", "value=9 stack"); makeRectangle(7, 1, 3, 3); run("Set...", "value=3 stack");
            run("Select None");
            run("U-Net Evaluate...", "prediction=mask truth=numbers kind=instances metrics=seg,objects plot=false");
            rows(newArray("SEG", "Found", "Mean AP"));
            """;

    /** Cells side by side, and a prediction with membrane between them. */
    private static final String TOUCHING =
            """
            newImage("truth", "16-bit black", 6, 3, 1);
            for (y = 0; y < 3; y++) for (x = 0; x < 6; x++) setPixel(x, y, 500 - floor(x / 3));
            newImage("prediction", "16-bit white", 6, 3, 1);
            for (y = 0; y < 3; y++) for (x = 0; x < 6; x++) setPixel(x, y, 65535 * (x < 2 || x > 3));
            """
                    + EVALUATE
                    + """
            ');
            rows(newArray("Pixel error", "Rand error n^2", "V_Rand", "Warping error", "Object deletions"));
            """;

    private static final String FOLDERS =
            """
            File.makeDirectory("$/predictions"); File.makeDirectory("$/truths");
            cells("a", "8-bit black", 1, 85); saveAs("tiff", "$/truths/a.tif"); saveAs("tiff", "$/predictions/a-p.tif");
            run("Canvas Size...", "width=15 height=13 position=Top-Left zero"); setSlice(2); run("Set...", "value=0 slice");
            saveAs("tiff", "$/truths/b.tif");
            setPixel(5, 5, 255); saveAs("tiff", "$/predictions/b-p.tif");
            run("Close All");
            run("U-Net Evaluate Files...", "prediction=$/predictions truth=$/truths plot=false metrics=pixel");
            rows(newArray("Pixel error"));
            run("U-Net Evaluate Files...", "prediction=$/predictions/b-p.tif truth=$/truths/b.tif plot=false metrics=pixel");
            print("= " + nResults + " rows, " + nImages + " images");
            row(nResults - 1, newArray("Pixel error"));
            newImage("c", "8-bit white", 12, 12, 1); saveAs("tiff", "$/truths/b.tif"); saveAs("tiff", "$/predictions/b-p.tif"); close();
            run("U-Net Evaluate Files...", "prediction=$/predictions truth=$/truths picture");
            print("= " + getTitle());
            selectImage("all-mistakes");
            for (z = 1; z <= nSlices; z++) { setSlice(z); print("= " + getMetadata("Label")); }
            """;

    /** Another table is left alone only if it has other columns. */
    private static final String TABLES =
            """
            cells("truth", "8-bit black", 1, 7); cells("prediction", "8-bit black", 1, 85);
            setResult("Area", 0, 3); updateResults();
            """
                    + EVALUATE
                    + """
             metrics=pixel');
            print("= " + nResults + " " + Table.headings);
            """
                    + EVALUATE
                    + " metrics=pixel');\nprint('= ' + nResults);\n"
                    + EVALUATE
                    + " metrics=rand');\nprint('= ' + nResults);\n";

    private static final String TWO =
            "cells('truth', '8-bit black', 1, 7); cells('prediction', '8-bit black', 2, 85); ";

    @TempDir private static Path folder;

    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        final Macros macros = new Macros(folder);
        macros.add("phantom", PHANTOM + COLUMNS)
                .add("one threshold", ONE_THRESHOLD + COLUMNS)
                .add("hyperstack", HYPERSTACK + COLUMNS)
                .add("classes", CLASSES + COLUMNS)
                .add("instances", INSTANCES + COLUMNS)
                .add("picture", PICTURE + COLUMNS)
                .add("touching", TOUCHING + COLUMNS)
                .add("folders", FOLDERS + COLUMNS)
                .add("tables", TABLES + COLUMNS);
        badImages(macros);
        badOptions(macros);
        badFiles(macros);
        macros.add(
                "Esc",
                "newImage('prediction', '8-bit ramp', 500, 500, 60); newImage('truth', '8-bit white', 500, 500, 60);\n"
                        + "call('io.github.unetfiji.bridge.EscapeKey.pressAt', '$/Esc.ijm.progress', '/660, '); "
                        + EVALUATE
                        + "');\nprint('WENT ON');");
        SENTENCES.put("Esc", ": The macro was cancelled.");
        outcomes = macros.run();
    }

    /** A macro whose second line must fail with this sentence. */
    private static void bad(
            final Macros macros,
            final String name,
            final String setUp,
            final String command,
            final String sentence) {
        macros.add(name, setUp + "\n" + command + "\nprint('WENT ON');\n" + COLUMNS);
        SENTENCES.put(name, ", line 2: " + sentence);
    }

    private static void badImages(final Macros macros) {
        bad(
                macros,
                "sizes",
                "cells('prediction', '8-bit black', 1, 85); newImage('truth', '8-bit white', 12, 13, 2);",
                EVALUATE + "');",
                "The truth of 'prediction' is 12x13 px with 2 slice(s), but the prediction is 12x12 px"
                        + " with 2.");
        bad(
                macros,
                "slices",
                "cells('prediction', '8-bit black', 1, 85); newImage('truth', '8-bit white', 12, 12, 3);",
                EVALUATE + "');",
                "The truth of 'prediction' is 12x12 px with 3 slice(s), but the prediction is 12x12 px"
                        + " with 2.");
        bad(
                macros,
                "a slice against a stack",
                "cells('truth', '8-bit black', 1, 7); newImage('prediction', '8-bit ramp', 12, 12, 1);",
                EVALUATE + "');",
                "The truth of 'prediction' is 12x12 px with 2 slice(s), but the prediction is 12x12 px"
                        + " with 1.");
        bad(
                macros,
                "no probabilities",
                "cells('truth', '8-bit black', 1, 7); cells('prediction', '32-bit black', 1, 2);",
                EVALUATE + "');",
                "'prediction', slice 1: The prediction has the value 2.0 at x=1, y=0; allowed are"
                        + " probabilities from 0 to 1.");
        bad(
                macros,
                "NaN",
                "cells('truth', '8-bit black', 1, 7); newImage('prediction', '32-bit black', 12, 12, 2);"
                        + " setSlice(2); setPixel(3, 4, NaN);",
                EVALUATE + "');",
                "'prediction', slice 2: The prediction has the value NaN at x=3, y=4; allowed are"
                        + " probabilities from 0 to 1.");
        bad(
                macros,
                "empty truth",
                "newImage('truth', '8-bit black', 12, 12, 2); newImage('prediction', '8-bit ramp', 12, 12, 2);",
                EVALUATE + "');",
                "The truth has no cell in any of its 2 slices; at least one pixel must be above 0.");
        bad(
                macros,
                "empty truth of cells",
                "newImage('truth', '8-bit black', 12, 12, 2); newImage('prediction', '8-bit ramp', 12, 12, 2);",
                EVALUATE + " kind=instances');",
                "The truth has no cell in any of its 2 slices; at least one pixel must be above 0.");
        bad(
                macros,
                "fractions in the truth",
                "newImage('truth', '32-bit black', 12, 12, 2); setSlice(2); setPixel(3, 4, 0.5);"
                        + " cells('prediction', '8-bit black', 1, 85);",
                EVALUATE + "');",
                "'truth', slice 2: The label image has the value 0.5 at x=3, y=4; allowed are whole"
                        + " numbers from 0 (background) to 2147483647.");
        bad(
                macros,
                "fractions in cells",
                "cells('truth', '8-bit black', 1, 7); cells('prediction', '32-bit black', 1, 0.5);",
                EVALUATE + " kind=instances');",
                "'prediction', slice 1: The label image has the value 0.5 at x=1, y=0; allowed are"
                        + " whole numbers from 0 (background) to 2147483647.");
        bad(
                macros,
                "RGB",
                "cells('truth', '8-bit black', 1, 7); newImage('prediction', 'RGB black', 12, 12, 2);"
                        + " setColor(255, 0, 0); fillRect(1, 1, 3, 3);",
                EVALUATE + "');",
                "The image 'prediction' is RGB, but a gray image of 8, 16 or 32 bits is needed: convert"
                        + " it with Image > Type > 8-bit.");
        bad(
                macros,
                "channels of cells",
                "newImage('truth', '8-bit white', 12, 12, 2); newImage('prediction', '8-bit composite-mode', 12, 12, 2, 2, 1);",
                EVALUATE + " kind=instances');",
                "The label image 'prediction' has 2 channels, but labels have one.");
    }

    private static void badOptions(final Macros macros) {
        bad(
                macros,
                "metric",
                TWO,
                EVALUATE + " metrics=pixel,iou');",
                "metrics is 'pixel,iou', but for kind=probabilities must be all, or of these words, with"
                        + " commas between them: pixel, rand, thinned, warping.");
        bad(
                macros,
                "metric of cells",
                TWO,
                EVALUATE + " kind=instances metrics=warping');",
                "metrics is 'warping', but for kind=instances must be all, or of these words, with"
                        + " commas between them: seg, objects, foreground.");
        bad(
                macros,
                "metric of classes",
                TWO,
                EVALUATE + " kind=classes metrics=iou,');",
                "metrics is 'iou,', but for kind=classes must be all, or of these words, with commas"
                        + " between them: iou.");
        bad(
                macros,
                "kind",
                TWO,
                EVALUATE + " kind=labels');",
                "Option \"kind\" must be one of probabilities, classes, instances; got \"labels\".");
        bad(
                macros,
                "threshold",
                TWO,
                EVALUATE + " threshold=1.5');",
                "Option \"threshold\" must be a number from 0 to 1; got \"1.5\".");
        bad(
                macros,
                "threshold of cells",
                TWO,
                EVALUATE + " kind=instances threshold=0.5');",
                "threshold was given, but must be 0 for kind=instances: only probabilities have one.");
        bad(
                macros,
                "picture without warping",
                TWO,
                EVALUATE + " picture metrics=pixel');",
                "picture shows the mistakes at the threshold of the least warping error: metrics must"
                        + " have warping, or threshold must be one above 0.");
        bad(
                macros,
                "picture of classes",
                TWO,
                EVALUATE + " kind=classes picture');",
                "picture was given, but must be false for kind=classes: only probabilities have one.");
        bad(
                macros,
                "too many classes",
                "cells('truth', '16-bit black', 1, 100); cells('prediction', '8-bit black', 1, 1);",
                EVALUATE + " kind=classes');",
                "The labels hold the values 0, 1, 2, 3, 100, 200, 300, which would be 301 classes of"
                        + " which 294 occur nowhere: number the classes 0, 1, 2 without gaps, or use"
                        + " kind=instances if every value is a cell.");
        bad(
                macros,
                "no truth",
                TWO,
                "run('U-Net Evaluate...', 'prediction=prediction');",
                "Option \"truth\" (Truth) is required but was not given.");
    }

    private static void badFiles(final Macros macros) {
        final String two =
                "File.makeDirectory('$/two'); newImage('a', '8-bit black', 12, 10, 1);"
                        + " saveAs('tiff', '$/two/a.tif'); saveAs('tiff', '$/two/b.tif');"
                        + " cells('c', '8-bit black', 1, 7); saveAs('tiff', '$/c.tif'); ";
        bad(
                macros,
                "not as many files",
                two,
                FILES + " prediction=$/two truth=$/c.tif');",
                "There are 2 prediction file(s) in $/two, but 1 truth file(s) in $/c.tif.");
        bad(
                macros,
                "no file",
                two,
                FILES + " prediction=$/none truth=$/c.tif');",
                "The file or folder $/none does not exist.");
        bad(
                macros,
                "a picture of several sizes",
                two
                        + "File.makeDirectory('$/sizes'); newImage('o', '8-bit white', 12, 10, 1); saveAs('tiff', '$/sizes/a.tif');"
                        + " newImage('o', '8-bit white', 9, 10, 1); saveAs('tiff', '$/sizes/b.tif');",
                FILES + " prediction=$/sizes truth=$/sizes picture');",
                "picture is a stack, so all images must be of one size in px, but they are of several.");
        bad(
                macros,
                "a bad pair behind a good one",
                two
                        + "File.makeDirectory('$/odd'); newImage('o', '8-bit white', 12, 10, 1); saveAs('tiff', '$/odd/a.tif');"
                        + " newImage('o', '8-bit white', 9, 10, 1); saveAs('tiff', '$/odd/b.tif');",
                FILES + " prediction=$/two truth=$/odd');",
                "The truth of 'b.tif' is 9x10 px with 1 slice(s), but the prediction is 12x10 px with"
                        + " 1.");
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsOneSentence() {
        return SENTENCES.entrySet().stream()
                .map(
                        entry ->
                                dynamicTest(
                                        entry.getKey(),
                                        () -> {
                                            final Macros.Outcome outcome =
                                                    outcomes.get(entry.getKey());
                                            assertEquals(
                                                    entry.getValue()
                                                            .replace(
                                                                    "$",
                                                                    folder.toString()
                                                                            .replace('\\', '/')),
                                                    outcome.failure());
                                            assertFalse(
                                                    outcome.lines().contains("WENT ON"),
                                                    outcome::toString);
                                        }));
    }

    /** What a macro printed on purpose. */
    private static List<String> printed(final String macro) {
        assertEquals("", outcomes.get(macro).failure());
        return outcomes.get(macro).lines().stream()
                .filter(line -> line.startsWith("= "))
                .map(line -> line.substring(2))
                .toList();
    }

    /** What the log told, without progress. */
    private static List<String> told(final String macro) {
        return outcomes.get(macro).lines().stream()
                .filter(
                        line ->
                                line.matches(
                                        "Evaluation of .*|Prediction and truth .*|.* is scaled .*|.* slices of .*"))
                .toList();
    }

    @Test
    void theTableOfAPhantomIsWhatTheLibrarySays() {
        final List<String> lines = printed("phantom");
        final List<String> expected = rows(library("32-bit.tif"));
        assertEquals(expected, lines.subList(0, 3));
        assertEquals("6 rows, prediction-errors, 3 images", lines.get(4));
        assertEquals(expected, lines.subList(5, 8), "8 bits");
        assertEquals(expected, lines.subList(8, 11), "32 bits");
        assertTrue(lines.get(3).startsWith("2 images, Prediction\tSlice\tPixel error\t"));
        assertTrue(expected.get(2).matches(".* [1-9]\\d*\\.0+( \\S+){4}"), "mistakes: " + expected);
    }

    private static Evaluation library(final String file) {
        final ImagePlus image = IJ.openImage(folder.resolve(file).toString());
        final ImagePlusLabels labels =
                ImagePlusLabels.of(IJ.openImage(folder.resolve("truth.tif").toString()));
        final List<ProbabilityMap> prediction = new ArrayList<>();
        final List<LabelMap> truth = new ArrayList<>();
        for (int z = 0; z < 2; z++) {
            prediction.add(
                    ProbabilityMap.of(
                            (float[]) image.getStack().getPixels(z + 1), labels.width(), 64));
            truth.add(SeparationBorder.of(labels.slice(z), 1).labels());
        }
        return Evaluation.of(
                prediction, truth, EvaluationSettings.builder().build(), Progress.NONE);
    }

    private static List<String> rows(final Evaluation evaluation) {
        return List.of(
                row("prediction 1:", evaluation.slices().get(0)),
                row("prediction 2:", evaluation.slices().get(1)),
                row("prediction stack:", evaluation.stack()));
    }

    private static String row(final String name, final ChallengeScores scores) {
        final Score pixel = scores.pixelError();
        final var mistakes = scores.warpingAtBest().mistakes();
        final double[] numbers = {
            pixel.value(),
            pixel.threshold(),
            scores.randError(PairConvention.N_SQUARED).value(),
            scores.randError(PairConvention.N_CHOOSE_2).value(),
            scores.vRand().value(),
            scores.vInfo().value(),
            scores.vInfo().threshold(),
            scores.warpingError().value(),
            scores.warpingError().threshold(),
            mistakes.splits(),
            mistakes.mergers(),
            mistakes.objectAdditions(),
            mistakes.objectDeletions(),
            mistakes.holeAdditions(),
            mistakes.holeDeletions()
        };
        return name
                + Arrays.stream(numbers)
                        .mapToObj(n -> " " + IJ.d2s(n, 9))
                        .reduce("", String::concat);
    }

    @Test
    void scalingAndTheNumbersOfTheStackAreTold() {
        final List<String> lines = told("phantom");
        assertEquals(
                "'prediction' is scaled to probabilities: of its 8-bit values, 255 is probability 1.",
                lines.get(0));
        assertTrue(
                lines.get(1)
                        .matches(
                                "Evaluation of 'prediction', 2 slices: Pixel error 0\\.\\d+ at"
                                        + " 0(\\.\\d)?, Rand error n\\^2 .*, Warping error 0\\.\\d+ at"
                                        + " 0(\\.\\d)?, Splits \\d+, .*, Hole deletions \\d+\\."),
                lines.get(1));
        assertEquals(lines.get(1), lines.get(2), "32 bits");
        assertEquals(3, lines.size());
    }

    @Test
    void progressTellsTheTimeLeft() throws IOException {
        final List<String> lines = Files.readAllLines(folder.resolve("Esc.ijm.progress"));
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches(".*Evaluating \\d+/660, \\d+ .* left.*")),
                lines::toString);
    }

    /** 0.95 is above the last threshold of the challenge's warping error; one cell of three is that sure. */
    @Test
    void oneThresholdOnly() {
        assertEquals(
                List.of(
                        "prediction Prediction|Slice|Pixel error|Pixel error at|Warping error|Warping error"
                                + " at|Splits|Mergers|Object additions|Object deletions|Hole"
                                + " additions|Hole deletions",
                        "prediction 1: 0.666666667 0.950000000 0.950000000 2.000000000"),
                printed("one threshold").subList(0, 2));
        assertEquals("0.666667 2", printed("one threshold").get(4));
    }

    @Test
    void channelsAndPositions() {
        assertEquals(
                List.of(
                        "c2 z3 t2 32",
                        "truth 1: 0.000000000",
                        "truth 2: 0.000000000",
                        "truth stack: 0.000000000"),
                printed("hyperstack").subList(0, 4));
        assertEquals(
                Stream.of(
                                "1", "2", "3", "4", "5", "6", "stack", "1", "2", "3", "4", "5", "6",
                                "stack")
                        .map(slice -> "prediction " + slice + ": 0.000000000")
                        .toList(),
                printed("hyperstack").subList(4, 18));
    }

    @Test
    void thePictureCountsTheMistakes() {
        assertEquals(
                List.of(
                        "prediction-errors",
                        "slice 1: 0 splits, 0 mergers, 1 missing cell, 0 extra cells, 0 holes",
                        "slice 2: 0 splits, 0 mergers, 0 missing cells, 1 extra cell, 0 holes",
                        "prediction-mistakes 24 c1 z2 5"),
                printed("picture"));
    }

    @Test
    void classes() {
        assertEquals(
                List.of(
                        "prediction 1: 1.000000000 1.000000000 0.500000000 0.666666667 NaN 0.000000000"
                                + " 0.500000000 0.555555556",
                        "prediction 2: 1.000000000 1.000000000 1.000000000 1.000000000 NaN NaN"
                                + " 1.000000000 1.000000000",
                        "prediction stack: 1.000000000 1.000000000 0.666666667 0.800000000 NaN"
                                + " 0.000000000 0.555555556 0.600000000"),
                printed("classes"));
    }

    @Test
    void labelsThatAreNoClassesAreSuspected() {
        final List<String> lines = told("classes");
        assertEquals(3, lines.size(), lines::toString);
        assertEquals(
                "Prediction and truth have no class in common but the background: are the labels cells"
                        + " (kind=instances)?",
                lines.get(1));
    }

    /** In slice 2 a cell lacks 2 of 9 px and there is one of 1 px too much. */
    @Test
    void instances() {
        final List<String> lines = printed("instances");
        assertEquals(
                List.of(
                        "prediction 1: 1.000000000 3.000000000 0.000000000 0.000000000 1.000000000"
                                + " 1.000000000 1.000000000 1.000000000 1.000000000",
                        "prediction 2: 0.925925926 3.000000000 1.000000000 0.000000000 0.750000000"
                                + " 0.750000000 0.750000000 0.610000000 0.892857143"),
                lines.subList(0, 2));
        assertEquals(
                List.of(
                        "mask 1: 1.000000000 2.000000000 1.000000000",
                        "mask 2: 1.000000000 2.000000000 1.000000000",
                        "mask stack: 1.000000000 4.000000000 1.000000000"),
                lines.subList(3, 6));
    }

    @Test
    void touchingCellsOfTheTruthAreParted() {
        final String numbers = "0.000000000 0.000000000 1.000000000 0.000000000 0.000000000";
        assertEquals(
                List.of("prediction 1: " + numbers, "prediction stack: " + numbers),
                printed("touching"));
    }

    @Test
    void thePictureOfSeveralFilesNamesThem() {
        final String none = ": 0 splits, 0 mergers, 0 missing cells, 0 extra cells, 0 holes";
        assertEquals(
                List.of(
                        "all-errors",
                        "slice 1 of a-p.tif" + none,
                        "slice 2 of a-p.tif" + none,
                        "slice 1 of b-p.tif" + none),
                printed("folders").subList(9, 13));
    }

    /** Of b the second slice has no cell, and a pixel there is wrong. */
    @Test
    void foldersOfImagesOfSeveralSizes() {
        final List<String> lines = printed("folders");
        assertEquals(
                List.of("a-p.tif 1", "a-p.tif 2", "a-p.tif stack", "b-p.tif 1", "b-p.tif 2"),
                lines.subList(0, 5).stream().map(line -> line.replaceAll(":.*", "")).toList());
        assertEquals("b-p.tif 2: 1.000000000", lines.get(4));
        // NB: 27 px of cells a slice in three slices, and one px too much.
        assertEquals("b-p.tif stack: " + IJ.d2s(1 - 54 / 55.0, 9), lines.get(5));
        assertEquals("all stack: " + IJ.d2s(1 - 162 / 163.0, 9), lines.get(6));
        assertEquals("10 rows, 0 images", lines.get(7));
        assertEquals("b-p.tif stack: " + IJ.d2s(1 - 54 / 55.0, 9), lines.get(8));
        assertEquals(
                List.of(
                        "'a-p.tif' is scaled to probabilities: of its 8-bit values, 255 is probability"
                                + " 1. So are 1 more.",
                        "1 of 4 slices of the truth hold no label, only 0: they count as background.",
                        "Evaluation of 2 predictions, 4 slices: Pixel error 0.006135 at 0."),
                told("folders").subList(0, 3));
    }

    @Test
    void rowsAreAddedToATableOfTheSameColumns() {
        assertEquals(
                List.of("3 Prediction\tSlice\tPixel error\tPixel error at", "6", "3"),
                printed("tables"));
    }
}
