package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ij.ImagePlus;
import io.github.unetfiji.Progress;
import io.github.unetfiji.evaluate.ChallengeScores;
import io.github.unetfiji.evaluate.Evaluation;
import io.github.unetfiji.evaluate.EvaluationSettings;
import io.github.unetfiji.evaluate.PairCounts.PairConvention;
import io.github.unetfiji.evaluate.ProbabilityMap;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusLabels;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.SeparationBorder;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.segment.Cpu;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A model on labelled images: its errors, its report, its tuning; and results that are compared at once. Real macros. */
class EvaluateModelMacrosTest {

    private static final Path MODEL = Path.of("sample-data/phantom-unet.zip").toAbsolutePath();

    private static final String PREPARE =
            """
            File.makeDirectory("$/images"); File.makeDirectory("$/labels"); File.makeDirectory("$/into");
            run("U-Net Sample Stack...", "width=96 height=80 slices=3 seed=9");
            saveAs("tiff", "$/images/a.tif");
            selectImage("sample-9-labels");
            saveAs("tiff", "$/labels/a.tif");
            run("U-Net Sample Stack...", "width=70 height=90 slices=2 seed=4");
            saveAs("tiff", "$/images/b.tif");
            selectImage("sample-4-labels");
            saveAs("tiff", "$/labels/b.tif");
            File.copy("%s", "$/model.zip");
            newImage("fewer", "8-bit ramp", 96, 80, 2);
            saveAs("tiff", "$/fewer.tif");
            newImage("large", "8-bit ramp", 96, 80, 3);
            setVoxelSize(2, 2, 50, "nm");
            saveAs("tiff", "$/large.tif");
            """
                    .formatted(MODEL);

    private static final String ROWS =
            """

            function rows(column) {
              for (r = 0; r < nResults; r++)
                print("= " + getResultString("Prediction", r) + " " + getResultString("Slice", r) + " " + d2s(getResult(column, r), 9));
            }
            """;

    private static final String ONE =
            """
            run("U-Net Evaluate Model...", "model=$/model.zip images=$/images/a.tif labels=$/labels/a.tif slices=2-3 report=$/report.html paper picture");
            print("= " + getTitle() + ", " + nImages + " images");
            rows("Rand error n^2");
            rows("Warping error");
            selectImage("a.tif-mistakes"); setSlice(1);
            print("= " + substring(getMetadata("Label"), 0, 8));
            """
                    + ROWS;

    private static final String FOLDERS =
            """
            run("U-Net Evaluate Model...", "model=$/model.zip images=$/images labels=$/labels slices=3-4 plot=false metrics=pixel averaging=rotations");
            rows("Pixel error");
            """
                    + ROWS;

    private static final String INSTANCES =
            """
            run("U-Net Evaluate Model...", "model=$/model.zip images=$/images/a.tif labels=$/labels/a.tif kind=instances metrics=seg");
            rows("SEG");
            """
                    + ROWS;

    private static final String TUNE =
            """
            File.copy("$/model.zip", "$/tuned.zip");
            run("U-Net Evaluate Model...", "model=$/tuned.zip images=$/images labels=$/labels slices=1,4 plot=false metrics=pixel tune");
            """;

    /** Cells of many ids, for a model that knows but one class. */
    private static final String CLASSES =
            """
            run("U-Net Evaluate Model...", "model=$/model.zip images=$/images/a.tif labels=$/labels/a.tif kind=classes");
            print("= " + String.join(split(Table.headings, "\\t"), "|"));
            print("= " + (getResult("Mean IoU", nResults - 1) > 0.6));
            """;

    private static final String SEGMENT =
            """
            run("U-Net Segment Files...", "input=$/images into=$/into model=$/model.zip truth=$/labels");
            rows("Pixel error");
            run("U-Net Segment Files...", "input=$/images into=$/into model=$/model.zip truth=$/labels resume output=instances");
            rows("SEG");
            """
                    + ROWS;

    @TempDir private static Path folder;

    private static final Map<String, String> SENTENCES = new LinkedHashMap<>();
    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        ModelPackage.write(
                Models.calibrated(
                        Models.tiny(1, 2, "stack"), new PixelSize(4, 4, LengthUnit.NANOMETER)),
                folder.resolve("calibrated.zip"));
        final Macros macros = new Macros(folder);
        macros.add("prepare", PREPARE)
                .add("one", ONE)
                .add("folders", FOLDERS)
                .add("instances", INSTANCES)
                .add("tune", TUNE)
                .add("classes", CLASSES)
                .add("segment", SEGMENT);
        bad(
                macros,
                "slices",
                " slices=3-4",
                "slices is '3-4', but the stack has the slices 1 to 3.");
        bad(
                macros,
                "words",
                " slices=last",
                "slices is 'last', but must be empty or slices such as 19-20 or 3,7.");
        bad(
                macros,
                "tuning objects",
                " kind=instances tune",
                "tune needs probabilities: kind must be probabilities, but it is instances.");
        bad(
                macros,
                "report of classes",
                " kind=classes report=$/r.html",
                "report was given, but must be left out for kind=classes: only probabilities have one.");
        bad(
                macros,
                "report over the model",
                " report=$/model.zip",
                "report is $/model.zip, but must be an HTML file (.html).");
        bad(
                macros,
                "picture without warping",
                " picture metrics=pixel",
                "picture shows the mistakes at the threshold of the least warping error: metrics must"
                        + " have warping, or threshold must be one above 0.");
        macros.add(
                "tuning at another scale",
                "run('U-Net Evaluate Model...', 'model=$/calibrated.zip images=$/large.tif labels=$/labels/a.tif tune');");
        SENTENCES.put(
                "tuning at another scale",
                ", line 1: tune needs images with the model's pixel size of 4x4 nm, but $/large.tif has 2x2"
                        + " nm: scale it, or use scale=off.");
        macros.add(
                "truth in the way",
                "File.makeDirectory('$/own'); File.copy('$/labels/a.tif', '$/own/a-classes.tif');"
                        + " run('U-Net Segment Files...', 'input=$/images/a.tif into=$/own model=$/model.zip truth=$/own/a-classes.tif output=classes');");
        SENTENCES.put(
                "truth in the way",
                ", line 1: The truth $/own/a-classes.tif would be replaced by a result: choose another"
                        + " output folder.");
        bad(
                macros,
                "report nowhere",
                " report=$/none/r.html",
                "Cannot write $/none/r.html: the folder $/none does not exist.");
        macros.add(
                "other labels",
                "run('U-Net Evaluate Model...', 'model=$/model.zip images=$/images/a.tif labels=$/fewer.tif');");
        SENTENCES.put(
                "other labels",
                ", line 1: The image $/images/a.tif has 96x80 px in 3 slice(s), but its labels $/fewer.tif have"
                        + " 96x80 px in 2 slice(s).");
        macros.add(
                "truth of the uncertain",
                "run('U-Net Segment Files...', 'input=$/images into=$/into model=$/model.zip truth=$/labels output=uncertainty averaging=rotations');");
        SENTENCES.put(
                "truth of the uncertain",
                ", line 1: truth was given, but the uncertainty has none.");
        macros.add(
                "fewer truths",
                "run('U-Net Segment Files...', 'input=$/images into=$/into model=$/model.zip truth=$/labels/a.tif');");
        SENTENCES.put(
                "fewer truths",
                ", line 1: There are 2 input file(s) in $/images, but 1 truth file(s) in $/labels/a.tif.");
        outcomes = macros.run();
        assertEquals("", outcomes.get("prepare").failure());
    }

    @Test
    void temporaryFilesAreRemoved() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("tmp"))) {
            assertEquals(
                    List.of(),
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("unet"))
                            .toList());
        }
    }

    private static void bad(
            final Macros macros, final String name, final String keys, final String sentence) {
        macros.add(
                name,
                "run('U-Net Evaluate Model...', 'model=$/model.zip images=$/images/a.tif labels=$/labels/a.tif"
                        + keys
                        + "');");
        SENTENCES.put(name, ", line 1: " + sentence);
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsOneSentence() {
        return SENTENCES.entrySet().stream()
                .map(
                        entry ->
                                dynamicTest(
                                        entry.getKey(),
                                        () ->
                                                assertEquals(
                                                        entry.getValue()
                                                                .replace(
                                                                        "$",
                                                                        folder.toString()
                                                                                .replace(
                                                                                        '\\', '/')),
                                                        outcomes.get(entry.getKey()).failure())));
    }

    private static List<String> printed(final String macro) {
        assertEquals("", outcomes.get(macro).failure());
        return outcomes.get(macro).lines().stream()
                .filter(line -> line.startsWith("= "))
                .map(line -> line.substring(2))
                .toList();
    }

    /** Slices 2 and 3 of the first image, by the library. */
    private static Evaluation expected() {
        final ImagePlus image = ImageFiles.open(folder.resolve("images/a.tif"));
        final ImagePlusLabels labels =
                ImagePlusLabels.of(ImageFiles.open(folder.resolve("labels/a.tif")));
        final List<ProbabilityMap> prediction = new ArrayList<>();
        final List<LabelMap> truth = new ArrayList<>();
        try (Segmenter segmenter = Cpu.segmenter(ModelPackage.read(MODEL))) {
            final Segmentation result =
                    Cpu.segment(segmenter, ImagePlusSlices.of(image), Progress.NONE);
            for (int z = 1; z < 3; z++) {
                prediction.add(ProbabilityMap.foreground(Cpu.probabilities(result, z), 96, 80));
                truth.add(SeparationBorder.of(labels.slice(z), 1).labels());
            }
        }
        return Evaluation.of(
                prediction, truth, EvaluationSettings.builder().build(), Progress.NONE);
    }

    private static String number(final double value) {
        return String.format(Locale.ROOT, "%.9f", value);
    }

    @Test
    void theChosenSlicesAreThoseOfTheLibrary() {
        final Evaluation expected = expected();
        final List<String> lines = printed("one");
        assertEquals("a.tif-errors, 2 images", lines.get(0));
        final List<ChallengeScores> scores = new ArrayList<>(expected.slices());
        scores.add(expected.stack());
        final List<String> names = List.of("2", "3", "stack");
        for (int i = 0; i < 3; i++) {
            final String row = "a.tif " + names.get(i) + " ";
            assertEquals(
                    row + number(scores.get(i).randError(PairConvention.N_SQUARED).value()),
                    lines.get(1 + i));
            assertEquals(row + number(scores.get(i).warpingError().value()), lines.get(4 + i));
        }
        assertEquals("slice 2:", lines.get(7));
    }

    @Test
    void theReport() throws IOException {
        final String page = Files.readString(folder.resolve("report.html"));
        final double rand = expected().stack().randError(PairConvention.N_CHOOSE_2).value();
        assertTrue(page.contains(String.format(Locale.ROOT, "%.4f", rand)), "its Rand error");
        assertTrue(page.contains("Evaluation of a.tif"));
        assertTrue(page.contains("0.000353"), "the paper's");
        assertTrue(page.contains("phantom-unet"), "the model's name");
        assertTrue(page.contains("data:image/png;base64,"));
        assertTrue(
                outcomes.get("one")
                        .lines()
                        .contains(
                                "The report is in "
                                        + folder.resolve("report.html")
                                                .toString()
                                                .replace('\\', '/')
                                        + "."));
    }

    /** Counted through the files: slice 3 is the last of the first, slice 4 the first of the second. */
    @Test
    void slicesOfSeveralFiles() {
        assertEquals(
                List.of("a.tif 3", "a.tif stack", "b.tif 1", "b.tif stack", "all stack"),
                printed("folders").stream()
                        .map(line -> line.substring(0, line.lastIndexOf(' ')))
                        .toList());
    }

    @Test
    void instances() {
        final List<String> lines = printed("instances");
        assertEquals(4, lines.size());
        final double seg = Double.parseDouble(lines.get(3).split(" ")[2]);
        assertTrue(seg > 0.3 && seg < 1, lines::toString);
    }

    @Test
    void theTunedModelHasItsOldWeightsAndAPostprocessing() {
        assertEquals("", outcomes.get("tune").failure());
        final UNetModel before = ModelPackage.read(MODEL);
        final UNetModel after = ModelPackage.read(folder.resolve("tuned.zip"));
        final Postprocessing tuned = after.postprocessing().orElseThrow();
        assertEquals(before.parameters(), after.parameters());
        final Map<?, ?> how = (Map<?, ?>) after.provenance().get("tuning");
        assertEquals(List.of("a.tif", "b.tif"), how.get("images"));
        assertEquals(2, how.get("slices"));
        assertTrue(
                (double) how.get("object_average_precision")
                        >= (double) how.get("object_average_precision_untuned"));
        assertTrue(
                outcomes.get("tune").lines().stream()
                        .anyMatch(
                                line -> line.contains("tuned.zip is tuned to " + tuned + ": on")));
        assertFalse(ModelPackage.read(folder.resolve("model.zip")).postprocessing().isPresent());
    }

    @Test
    void classesOfAModelOfTwoAreThoseOfItsTraining() {
        assertEquals(
                List.of("Prediction|Slice|IoU 0|Dice 0|IoU 1|Dice 1|Mean IoU|Mean Dice", "1"),
                printed("classes").stream().map(line -> line.replace(" |", "|").strip()).toList());
    }

    @Test
    void resultsInFilesAreComparedAtOnce() {
        final List<String> lines = printed("segment");
        assertEquals(
                List.of(
                        "a-probabilities.tif 1",
                        "a-probabilities.tif 2",
                        "a-probabilities.tif 3",
                        "a-probabilities.tif stack",
                        "b-probabilities.tif 1",
                        "b-probabilities.tif 2",
                        "b-probabilities.tif stack",
                        "all stack"),
                lines.subList(0, 8).stream()
                        .map(line -> line.substring(0, line.lastIndexOf(' ')))
                        .toList());
        assertEquals(16, lines.size());
        assertTrue(lines.get(8).startsWith("a-instances.tif 1 0."), lines.get(8));
    }
}
