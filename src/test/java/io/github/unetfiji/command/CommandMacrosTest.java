package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.network.Architecture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The commands as users call them: real macros, headless, from a sample stack over a tiny training to results in memory and
 * in files.
 */
class CommandMacrosTest {

    private static final String DESCRIBE =
            """

            function describe() {
              getDimensions(w, h, c, z, t);
              getVoxelSize(x, y, d, u);
              getMinAndMax(low, high);
              print(getTitle() + " " + w + "x" + h + " c" + c + " z" + z + " t" + t + " " + bitDepth()
                  + "-bit " + x + "x" + y + "x" + d + " " + u + " " + low + ".." + high);
            }
            """;

    private static final String TRAINING =
            " features=3 depth=2 iterations=10 every=5 validation=3 tune=false seed=7";

    private static final String TRAIN =
            """
            run("U-Net Sample Stack...", "width=96 height=80 slices=3 seed=5");
            print(getTitle() + ", " + nSlices + " slices, " + nImages + " images");
            run("Properties...", "channels=1 slices=3 frames=1 pixel_width=4 pixel_height=4 voxel_depth=50 unit=nm");
            File.makeDirectory("$/in");
            saveAs("tiff", "$/in/stack.tif");
            rename("my stack");
            selectImage("sample-5-labels");
            saveAs("tiff", "$/labels.tif");
            run("U-Net Train...", "image=[my stack] labels=labels.tif model=[$/open images.zip]%s");
            print(getTitle() + ", " + nImages + " images");
            print(nResults + " rows, iterations " + getResult("Iteration", 0) + " and " + getResult("Iteration", 1));
            product = getResult("Loss", 1) * getResult("Validation loss", 1) * getResult("Pixel error", 1);
            print("measured: " + (product > 0));
            selectImage("my stack");
            setSlice(2);
            run("Duplicate...", "title=single");
            saveAs("png", "$/in/single.png");
            selectImage("my stack");
            run("Duplicate...", "title=sixteen duplicate");
            run("16-bit");
            for (i = 1; i <= nSlices; i++) { setSlice(i); run("Multiply...", "value=150 slice"); }
            saveAs("tiff", "$/in/sixteen.tif");
            """
                    .formatted(TRAINING);

    private static final String TRAIN_FILES =
            """
            run("U-Net Train Files...", "images=$/in/stack.tif labels=$/labels.tif model=$/files.zip%s");
            print(getTitle());
            """
                    .formatted(TRAINING);

    private static final String SEGMENT =
            """
            names = newArray("stack.tif", "single.png", "sixteen.tif");
            outputs = newArray("probabilities", "classes");
            for (i = 0; i < names.length; i++) {
              for (j = 0; j < outputs.length; j++) {
                open("$/in/" + names[i]);
                rename(File.getNameWithoutExtension(names[i]));
                run("U-Net Segment...", "model=[$/open images.zip] output=" + outputs[j]);
                describe();
                getLut(r, g, b);
                if (j == 0) print(getInfo("slice.label"));
                else print("0 is black: " + (r[0] + g[0] + b[0] == 0) + ", 1 is not: " + (r[1] + g[1] + b[1] > 200));
                saveAs("tiff", "$/memory-" + getTitle());
                run("Close All");
              }
            }
            """;

    private static final String SEGMENT_FILES =
            """
            File.makeDirectory("$/into");
            outputs = newArray("probabilities", "classes");
            for (j = 0; j < outputs.length; j++) {
              run("U-Net Segment Files...", "input=$/in into=$/into model=[$/open images.zip] output=" + outputs[j]);
            }
            print(nImages + " images");
            list = getFileList("$/into");
            for (i = 0; i < list.length; i++) {
              open("$/into/" + list[i]);
              describe();
            }
            """;

    private static final String DIMENSIONS =
            """
            newImage("frames", "8-bit ramp", 40, 30, 4);
            run("Properties...", "channels=1 slices=1 frames=4 pixel_width=2 pixel_height=2 voxel_depth=3 unit=um frame=[5 sec]");
            makeLine(3, 3, 10, 10);
            run("U-Net Segment...", "model=[$/open images.zip] scale=off");
            describe();
            print(Stack.getFrameInterval() + " s, selection " + selectionType());
            newImage("both", "16-bit ramp", 40, 30, 1, 3, 2);
            run("U-Net Segment...", "model=[$/open images.zip] output=classes");
            describe();
            newImage("two channels", "8-bit grayscale-mode", 40, 30, 2, 3, 2);
            run("U-Net Segment...", "model=$/two.zip");
            describe();
            run("U-Net Segment...", "image=[two channels] model=$/two.zip output=classes");
            describe();
            """;

    private static final String BATCH =
            """
            setBatchMode(true);
            open("$/in/stack.tif");
            id = getImageID();
            for (i = 0; i < 2; i++) {
              selectImage(id);
              run("U-Net Segment...", "model=[$/open images.zip] output=classes");
              print(getTitle() + ", " + nImages + " images");
              close();
            }
            run("U-Net Segment...", "model=[$/open images.zip]");
            getStatistics(area, mean);
            print("mean below 1: " + (mean < 1));
            setBatchMode("exit and display");
            print(getTitle() + ", " + nImages + " images");
            """;

    private static final String ODD_BUT_GOOD =
            """
            types = newArray("8-bit white", "16-bit ramp", "32-bit black", "RGB ramp");
            for (i = 0; i < types.length; i++) {
              newImage("a", types[i], 30, 20, 2);
              run("U-Net Segment...", "model=[$/open images.zip]");
              Stack.getStatistics(voxels, mean, min, max);
              print(types[i] + ": " + voxels + ", mean 0.5: " + (abs(mean - 0.5) < 1e-6));
              run("Close All");
            }
            widths = newArray(1, 1, 29);
            heights = newArray(1, 37, 1);
            for (i = 0; i < widths.length; i++) {
              newImage("a", "8-bit ramp", widths[i], heights[i], 1);
              run("U-Net Segment...", "model=[$/open images.zip] output=classes");
              print(getWidth() + "x" + getHeight());
              run("Close All");
            }
            run("TIFF Virtual Stack...", "open=$/in/stack.tif");
            run("U-Net Segment...", "model=[$/open images.zip] output=classes");
            print(getTitle() + ", " + nSlices + " slices, virtual " + is("Virtual Stack"));
            newImage("a/b: c (1) = d", "8-bit ramp", 30, 20, 1);
            run("U-Net Segment...", "image=[a/b: c (1) = d] model='$/open images.zip' tile=1e3");
            print(getTitle());
            newImage("two pixels", "8-bit white", 2, 1, 2);
            newImage("label", "8-bit black", 2, 1, 2);
            setPixel(0, 0, 9);
            run("U-Net Train...", "image=[two pixels] labels=label model=$/one.zip features=1 depth=1 iterations=1 patch=60");
            print(getTitle());
            """;

    /** The model was trained with pixels of 4 nm. */
    private static final String SCALE =
            """
            newImage("finer", "8-bit ramp", 60, 40, 3);
            run("Properties...", "channels=1 slices=3 frames=1 pixel_width=.002 pixel_height=.004 voxel_depth=3 unit=um");
            run("U-Net Segment...", "model=[$/open images.zip]");
            describe();
            selectImage("finer");
            run("U-Net Segment...", "model=[$/open images.zip] scale=off");
            selectImage("finer");
            run("Properties...", "channels=1 slices=3 frames=1 pixel_width=4.01 pixel_height=3.99 voxel_depth=3 unit=nm");
            saveAs("tiff", "$/finer.tif");
            run("U-Net Segment Files...", "input=$/finer.tif into=$ model=[$/open images.zip]");
            """;

    private static final String SELECTIONS =
            """
            newImage("cells", "8-bit ramp", 60, 40, 2);
            makeOval(5, 6, 30, 20);
            run("U-Net Segment...", "model=[$/open images.zip]");
            describe();
            setSlice(1); x = getPixel(0, 0); y = getPixel(20, 16); print("corner " + x + ", inside below 1: " + (y < 1));
            selectImage("cells");
            print("selection " + selectionType());
            saveAs("tiff", "$/selected.tif");
            run("U-Net Segment Files...", "input=$/selected.tif into=$ model=[$/open images.zip]");
            open("$/selected-probabilities.tif");
            setSlice(1); corner = getPixel(0, 0); print("corner below 1: " + (corner < 1));
            newImage("line", "8-bit ramp", 60, 40, 1);
            makeLine(3, 3, 10, 10);
            run("U-Net Segment...", "model=[$/open images.zip] output=classes");
            """;

    private static final String COLOURS =
            """
            newImage("red", "RGB ramp", 30, 20, 2);
            setForegroundColor(255, 0, 0); makeRectangle(2, 2, 9, 9); run("Fill", "slice"); run("Select None");
            run("U-Net Segment...", "model=$/rgb.zip output=classes");
            describe();
            newImage("cells", "8-bit black", 30, 20, 2);
            setForegroundColor(255, 255, 255); makeRectangle(2, 2, 9, 9); run("Fill", "stack"); run("Select None");
            run("U-Net Train...", "image=red labels=cells model=$/colours.zip features=1 depth=1 iterations=1");
            selectImage("red");
            run("U-Net Segment...", "model=$/colours.zip output=classes");
            describe();
            newImage("gray", "RGB ramp", 30, 20, 1);
            run("U-Net Segment...", "model=$/rgb.zip output=classes");
            describe();
            """;

    private static final String CHECK =
            """
            run("U-Net Check Installation");
            """;

    private static final String INFO =
            "run('U-Net Model Info...', 'model=[$/open images.zip]'); print(nImages + ' images');";

    /** A mirrored image has the mirrored mean over the eight versions, but not the mirrored single one. */
    private static final String AVERAGING =
            """
            for (i = 0; i < 3; i++) {
                averaging = newArray("none", "rotations", "dihedral");
                open("$/slice.tif");
                rename("slice");
                run("U-Net Segment...", "model=$/golden.zip averaging=" + averaging[i]);
                rename("first");
                selectImage("slice");
                run("Flip Horizontally");
                run("U-Net Segment...", "model=$/golden.zip averaging=" + averaging[i]);
                run("Flip Horizontally", "stack");
                rename("second");
                imageCalculator("Difference create 32-bit stack", "first", "second");
                getStatistics(area, mean, min, max);
                print(averaging[i] + ": " + (max < 0.00001));
                close("*");
            }
            """;

    private static final String GOLDEN =
            """
            open("$/slice.tif");
            run("U-Net Segment...", "model=$/golden.zip");
            saveAs("tiff", "$/golden.tif");
            """;

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        ModelPackage.write(
                Models.of(new Architecture(1, 2, 2, 3, 0), "slice"), folder.resolve("two.zip"));
        ModelPackage.write(
                Models.of(new Architecture(1, 2, 3, 2, 0), "slice"), folder.resolve("rgb.zip"));
        ModelPackage.write(
                Models.of(new Architecture(2, 4, 1, 2, 0), "stack"), folder.resolve("golden.zip"));
        try (InputStream slice = CommandMacrosTest.class.getResourceAsStream("slice.tif")) {
            Files.copy(slice, folder.resolve("slice.tif"));
        }
        outcomes =
                new Macros(folder)
                        .add("train", TRAIN)
                        .add("train-files", TRAIN_FILES)
                        .add("segment", SEGMENT + DESCRIBE)
                        .add("segment-files", SEGMENT_FILES + DESCRIBE)
                        .add("dimensions", DIMENSIONS + DESCRIBE)
                        .add("batch", BATCH)
                        .add("odd", ODD_BUT_GOOD)
                        .add("scale", SCALE + DESCRIBE)
                        .add("selections", SELECTIONS + DESCRIBE)
                        .add("colours", COLOURS + DESCRIBE)
                        .add("check", CHECK)
                        .add("info", INFO)
                        .add("averaging", AVERAGING)
                        .add("golden", GOLDEN)
                        .run();
    }

    /** What a macro printed; progress, the log and ImageJ's own words are left out. */
    private static List<String> printed(final String macro) {
        final Macros.Outcome outcome = outcomes.get(macro);
        assertEquals("", outcome.failure());
        return outcome.lines().stream()
                .filter(
                        line ->
                                !line.matches(
                                        "\\[.*|Opening: .*|Reading: .*|Writing: .*|Decoding .*"
                                                + "|Calculating .*|sample slice.*|training, .*"
                                                + "|reading intensities.*|segmenting.*|Device: .*"
                                                + "|weight maps.*|Evaluating .*|Errors on the held-out slices.*"
                                                + "|Segmented .*|Training a U-Net .*"
                                                + "|Iteration .*|Warning: .*|All \\d+ iterations are done\\.|The model is in .*"))
                .toList();
    }

    @Test
    void trainingOnTheOpenImages() {
        assertEquals(
                List.of(
                        "sample-5, 3 slices, 2 images",
                        "open images-history, 3 images",
                        "2 rows, iterations 5 and 10",
                        "measured: 1"),
                printed("train"));
    }

    @Test
    void trainingOnFilesIsTheSame() {
        assertEquals(List.of("files-history"), printed("train-files"));
        assertEquals(
                ModelPackage.read(folder.resolve("open images.zip")).parameters(),
                ModelPackage.read(folder.resolve("files.zip")).parameters());
    }

    @Test
    void averagingOverMirrorImages() {
        final List<String> lines =
                printed("averaging").stream().filter(line -> line.matches("\\w+: [01]")).toList();
        assertEquals(List.of("none: 0", "rotations: 0", "dihedral: 1"), lines);
    }

    @Test
    void aResultFitsItsImage() {
        final String colours = "0 is black: 1, 1 is not: 1";
        assertEquals(
                List.of(
                        "stack-probabilities 96x80 c2 z3 t1 32-bit 4x4x50 nm 0..1",
                        "cell",
                        "stack-classes 96x80 c1 z3 t1 8-bit 4x4x50 nm 0..255",
                        colours,
                        "single-probabilities 96x80 c2 z1 t1 32-bit 1x1x1 pixels 0..1",
                        "cell",
                        "single-classes 96x80 c1 z1 t1 8-bit 1x1x1 pixels 0..255",
                        colours,
                        "sixteen-probabilities 96x80 c2 z3 t1 32-bit 4x4x50 nm 0..1",
                        "cell",
                        "sixteen-classes 96x80 c1 z3 t1 8-bit 4x4x50 nm 0..255",
                        colours),
                printed("segment"));
    }

    @Test
    void resultsInFilesLookTheSame() {
        assertEquals(
                List.of(
                        "0 images",
                        "single-classes.tif 96x80 c1 z1 t1 8-bit 1x1x1 pixels 0..255",
                        "single-probabilities.tif 96x80 c2 z1 t1 32-bit 1x1x1 pixels 0..1",
                        "sixteen-classes.tif 96x80 c1 z3 t1 8-bit 4x4x50 nm 0..255",
                        "sixteen-probabilities.tif 96x80 c2 z3 t1 32-bit 4x4x50 nm 0..1",
                        "stack-classes.tif 96x80 c1 z3 t1 8-bit 4x4x50 nm 0..255",
                        "stack-probabilities.tif 96x80 c2 z3 t1 32-bit 4x4x50 nm 0..1"),
                printed("segment-files"));
    }

    @ParameterizedTest
    @CsvSource({
        "stack, probabilities", "stack, classes",
        "single, probabilities", "single, classes",
        "sixteen, probabilities", "sixteen, classes"
    })
    void resultsInFilesHaveTheSamePixels(final String name, final String output) {
        final String file = name + "-" + output + ".tif";
        final ImagePlus memory = open("memory-" + file);
        final ImagePlus files = open("into/" + file);
        assertEquals(memory.getStackSize(), files.getStackSize());
        for (int i = 1; i <= memory.getStackSize(); i++) {
            assertArrayEquals(
                    memory.getStack().getProcessor(i).getFloatArray(),
                    files.getStack().getProcessor(i).getFloatArray());
            assertEquals(
                    memory.getStack().getSliceLabel(i), files.getStack().getSliceLabel(i), file);
        }
        assertEquals(memory.getLuts()[0].getRGB(1), files.getLuts()[0].getRGB(1), "look-up tables");
        assertEquals(memory.getDisplayMode(), files.getDisplayMode());
    }

    @ParameterizedTest
    @CsvSource({"stack", "single", "sixteen"})
    void probabilitiesSumToOneAndTheMostProbableIsTheClass(final String name) {
        final ImagePlus probabilities = open("into/" + name + "-probabilities.tif");
        final ImagePlus classes = open("into/" + name + "-classes.tif");
        for (int z = 1; z <= classes.getStackSize(); z++) {
            final float[] background = (float[]) probabilities.getStack().getPixels(2 * z - 1);
            final float[] cell = (float[]) probabilities.getStack().getPixels(2 * z);
            final byte[] best = (byte[]) classes.getStack().getPixels(z);
            for (int i = 0; i < best.length; i++) {
                assertEquals(1, background[i] + cell[i], 1e-5);
                assertEquals(cell[i] > background[i] ? 1 : 0, best[i]);
            }
        }
    }

    @Test
    void framesAndChannels() {
        assertEquals(
                List.of(
                        "Selection: it has no area, so the whole image is segmented.",
                        "frames-probabilities 40x30 c2 z1 t4 32-bit 2x2x3 µm 0..1",
                        "5 s, selection -1",
                        "both-classes 40x30 c1 z3 t2 8-bit 1x1x1 pixel 0..255",
                        "two channels-probabilities 40x30 c3 z3 t2 32-bit 1x1x1 pixel 0..1",
                        "two channels-classes 40x30 c1 z3 t2 8-bit 1x1x1 pixel 0..255"),
                printed("dimensions").stream()
                        .map(line -> line.replace("pixels", "pixel"))
                        .toList());
    }

    @Test
    void batchMode() {
        assertEquals(
                List.of(
                        "stack.tif-classes, 2 images",
                        "stack.tif-classes, 2 images",
                        "mean below 1: 1",
                        "stack.tif-probabilities, 2 images"),
                printed("batch"));
    }

    @Test
    void whatIsOddButGood() {
        assertEquals(
                List.of(
                        "8-bit white: 2400, mean 0.5: 1",
                        "16-bit ramp: 2400, mean 0.5: 1",
                        "32-bit black: 2400, mean 0.5: 1",
                        "RGB ramp: 2400, mean 0.5: 1",
                        "1x1",
                        "1x37",
                        "29x1",
                        "stack.tif-classes, 3 slices, virtual 0",
                        "a/b: c (1) = d-probabilities",
                        "one-history"),
                printed("odd"));
    }

    /** Pixels half as wide as those of the model; off; and alike, which needs no words. */
    @Test
    void anImageOfOtherPixels() {
        assertEquals(
                List.of(
                        "Scale: 'finer' has pixels of 0.002x0.004 µm and the model of 4x4 nm, so 60x40"
                                + " px are resampled to 30x40 px for the network, and its result back.",
                        "finer-probabilities 60x40 c2 z3 t1 32-bit 0.002x0.004x3 µm 0..1"),
                printed("scale"));
    }

    /** In files a selection does not count. */
    @Test
    void aPartOfAnImage() {
        assertEquals(
                List.of(
                        "Selection: only 30x20 px at (5, 6) is segmented, the rest is background.",
                        "cells-probabilities 60x40 c2 z2 t1 32-bit 1x1x1 pixels 0..1",
                        "corner 1, inside below 1: 1",
                        "selection 1",
                        "corner below 1: 1",
                        "Selection: it has no area, so the whole image is segmented."),
                printed("selections"));
    }

    @Test
    void colours() {
        assertEquals(3, ModelPackage.read(folder.resolve("colours.zip")).architecture().channels());
        assertEquals(
                List.of(
                        "red-classes 30x20 c1 z2 t1 8-bit 1x1x1 pixels 0..255",
                        "red-classes 30x20 c1 z2 t1 8-bit 1x1x1 pixels 0..255",
                        "gray-classes 30x20 c1 z1 t1 8-bit 1x1x1 pixels 0..255"),
                printed("colours"));
    }

    @Test
    void checkInstallation() {
        final List<String> lines = printed("check");
        assertTrue(lines.get(0).startsWith("U-Net: "), lines::toString);
        assertEquals("Everything that was checked works.", lines.get(lines.size() - 1));
    }

    @Test
    void whichDeviceIsUsedIsSaid() {
        assertTrue(
                outcomes.get("segment").lines().stream()
                        .anyMatch(line -> line.matches("Device: .*, because .*\\.")));
        assertTrue(
                outcomes.get("train").lines().stream()
                        .anyMatch(line -> line.matches("Device: .*, because .*\\.")));
    }

    @Test
    void modelInfo() {
        final List<String> lines = printed("info");
        assertEquals(
                List.of(
                        "model: open images",
                        "depth: 2",
                        "features: 3",
                        "parameters: 4,190",
                        "dropout: 0.5",
                        "channels: 1",
                        "classes: background, cell",
                        "pixel size: 4x4 nm",
                        "normalization: stack",
                        "tile sizes: 4k px from 44, halo 20 px"),
                lines.subList(0, 10));
        assertTrue(lines.contains("  iterations: 10"), lines::toString);
        assertTrue(lines.contains("  validation slices: 1"), lines::toString);
        assertEquals("1 images", lines.get(lines.size() - 1), "the curves");
    }

    /**
     * The pixels of a fixed slice and a fixed model, drawn from a seed; to be equal on every machine but for rounding. To renew
     * the golden image, copy target/golden.tif over it, after a look at it.
     */
    @Test
    void theGoldenImage() throws IOException {
        assertEquals("", outcomes.get("golden").failure());
        final Path golden = Path.of("src/test/resources/io/github/unetfiji/command/golden.tif");
        Files.copy(
                folder.resolve("golden.tif"),
                Path.of("target/golden.tif"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        final ImagePlus expected = IJ.openImage(golden.toString());
        final ImagePlus actual = open("golden.tif");
        assertEquals(expected.getNChannels(), actual.getNChannels());
        double spread = 0;
        for (int c = 1; c <= expected.getNChannels(); c++) {
            final float[] a = (float[]) expected.getStack().getPixels(c);
            assertArrayEquals(a, (float[]) actual.getStack().getPixels(c), 1e-3f);
            spread = Math.max(spread, expected.getStack().getProcessor(c).getStats().stdDev);
        }
        assertTrue(spread > 0.05, "a golden image without content");
    }

    private static ImagePlus open(final String file) {
        final ImagePlus image = IJ.openImage(folder.resolve(file).toString());
        assertFalse(image == null, file);
        return image;
    }
}
