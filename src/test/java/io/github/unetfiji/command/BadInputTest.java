package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ai.djl.util.cuda.CudaUtils;
import io.github.unetfiji.bridge.ForkedJvm;
import io.github.unetfiji.bridge.headless.MacroRunner;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.network.Architecture;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a user may get wrong, in macros as they would be run: each is answered by one sentence, the macro stops, and no file
 * is there that was not there before.
 */
class BadInputTest {

    private static final String TRAIN =
            "run('U-Net Train...', 'image=image labels=labels model=[$/out/kept.zip] overwrite depth=1 features=2 iterations=2";
    private static final String SEGMENT = "run('U-Net Segment...', 'model=[$/one channel.zip]";
    private static final String SEGMENT_FILES =
            "run('U-Net Segment Files...', 'model=[$/one channel.zip] into=[$/out]";
    private static final String IMAGE = "newImage('image', '8-bit ramp', 20, 16, 2); ";
    private static final String LABELS =
            "newImage('labels', '8-bit black', 20, 16, 2); setPixel(3, 4, 1); ";

    @TempDir private Path folder;

    private final Map<String, String> macros = new LinkedHashMap<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();

    @BeforeEach
    void files() throws IOException {
        final Architecture one = new Architecture(1, 2, 1, 2, 0);
        ModelPackage.write(Models.of(one, "stack"), folder.resolve("one channel.zip"));
        final byte[] good = Files.readAllBytes(folder.resolve("one channel.zip"));
        Files.write(folder.resolve("half.zip"), Arrays.copyOf(good, good.length / 2));
        Files.writeString(folder.resolve("text.zip"), "no model");
        zip("other.zip", "rdf.yaml", "name: of another program\n");
        zip("outside.zip", "../rdf.yaml", "config: {}\n");
        for (final String name : List.of("out", "in", "twins", "bad", "empty", "labels")) {
            Files.createDirectory(folder.resolve(name));
        }
        Files.writeString(folder.resolve("out/kept.zip"), "old");
        Files.writeString(folder.resolve("out/kept-classes.tif"), "old");
    }

    private void zip(final String name, final String entry, final String text) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsOneSentence() throws IOException, InterruptedException {
        images();
        labels();
        models();
        options();
        devices();
        targets();
        fileCommands();
        final Macros all = new Macros(folder);
        all.add("files", makeFiles());
        macros.forEach((name, macro) -> all.add(name, macro + "\nprint('WENT ON');\n"));
        final Map<String, Macros.Outcome> outcomes = all.run();
        assertEquals("", outcomes.get("files").failure());
        return Stream.concat(
                sentences.entrySet().stream()
                        .map(
                                entry ->
                                        dynamicTest(
                                                entry.getKey(),
                                                () ->
                                                        assertStopped(
                                                                entry.getValue(),
                                                                outcomes.get(entry.getKey())))),
                Stream.of(dynamicTest("nothing is written", this::assertNothingWritten)));
    }

    /** A macro whose second line must fail with this sentence. */
    private void bad(
            final String name, final String setUp, final String command, final String sentence) {
        macros.put(name, setUp + "\n" + command);
        sentences.put(name, ", line 2: " + sentence);
    }

    private void gray(final String name, final String call) {
        bad(
                "a gray image for labels " + name,
                "newImage('image', '8-bit black', 40, 32, 2); newImage('labels', '8-bit black', 40, 32, 2);"
                        + " setSlice(2); for (y = 0; y < 32; y++) for (x = 0; x < 40; x++)"
                        + " setPixel(x, y, (x * x * 7 + y * y * 11 + x * y) % 64);",
                call + "');",
                "'labels', slice 2: it is no label image but a gray image: its 42 values lie in 1222"
                        + " separate pieces of 1.0 px on average, where labels are areas of one value."
                        + " A mask with smoothed edges is made one of two values by Image > Adjust >"
                        + " Threshold.");
    }

    private void assertStopped(final String failure, final Macros.Outcome outcome) {
        assertAll(
                () ->
                        assertEquals(
                                failure.replace("$", folder.toString().replace('\\', '/')),
                                outcome.failure()),
                () -> assertFalse(outcome.lines().contains("WENT ON"), outcome::toString));
    }

    private void assertNothingWritten() throws IOException {
        final List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder.resolve("out"))) {
            files.map(file -> file.getFileName().toString()).sorted().forEach(names::add);
        }
        // NB: the good one among the bad ones is written, and what a cancelled training can go on
        // from.
        assertEquals(
                List.of(
                        "good-classes.tif",
                        "kept-classes.tif",
                        "kept-history.csv",
                        "kept.state",
                        "kept.zip"),
                names);
        assertEquals("old", Files.readString(folder.resolve("out/kept.zip")));
        assertEquals("old", Files.readString(folder.resolve("out/kept-classes.tif")));
    }

    private static String makeFiles() {
        return String.join(
                "\n",
                "newImage('a', '8-bit ramp', 20, 16, 1);",
                "saveAs('png', '$/twins/kept.png'); saveAs('tiff', '$/twins/kept.tif');",
                "saveAs('tiff', '$/bad/good.tif'); saveAs('tiff', '$/in/kept.tif');",
                "newImage('c', 'RGB ramp', 20, 16, 1); setForegroundColor(255, 0, 0); fill();",
                "saveAs('png', '$/bad/red.png');",
                "File.saveString('no image', '$/bad/text.jpg');",
                "File.saveString('no image', '$/bad/words.tif');",
                "newImage('l', '8-bit black', 20, 16, 1); saveAs('tiff', '$/labels/a.tif');",
                "saveAs('tiff', '$/labels/b.tif');");
    }

    private void images() {
        bad("no image", "", SEGMENT + "');", "No image is open; open the image to work on first.");
        bad(
                "RGB",
                "newImage('red', 'RGB ramp', 20, 16, 2); setForegroundColor(255, 0, 0); fill();",
                SEGMENT + "');",
                "The image 'red' is RGB, but a gray image of 8, 16 or 32 bits is needed: convert it"
                        + " with Image > Type > 8-bit.");
        bad(
                "NaN",
                "newImage('holes', '32-bit ramp', 20, 16, 2); setSlice(2); setPixel(3, 4, NaN);",
                SEGMENT + "');",
                "The image 'holes' holds NaN at x=3, y=4 of slice 2: only finite intensities can be"
                        + " used.");
        bad(
                "infinity",
                "newImage('far', '32-bit ramp', 20, 16, 1); setPixel(0, 15, -1 / 0);",
                SEGMENT + " output=classes');",
                "The image 'far' holds -Infinity at x=0, y=15 of slice 1: only finite intensities can"
                        + " be used.");
        bad(
                "NaN in training",
                "newImage('image', '32-bit ramp', 20, 16, 2); setPixel(3, 4, NaN); " + LABELS,
                TRAIN + "');",
                "The image 'image' holds NaN at x=3, y=4 of slice 1: only finite intensities can be"
                        + " used.");
        bad(
                "composite",
                "newImage('two', '8-bit composite-mode', 20, 16, 2, 3, 1);",
                SEGMENT + "');",
                "The image has 2 channel(s), but the model 'Zellen µm: 'a' #1' was trained with 1.");
    }

    private void labels() {
        bad(
                "labels of another size",
                IMAGE + "newImage('labels', '8-bit black', 20, 17, 2); setPixel(3, 4, 1);",
                TRAIN + "');",
                "The labels of 'image' are 20x17 px with 2 slice(s), but the image is 20x16 px with"
                        + " 2.");
        bad(
                "labels of fewer slices",
                IMAGE + "newImage('labels', '8-bit black', 20, 16, 1); setPixel(3, 4, 1);",
                TRAIN + "');",
                "The labels of 'image' are 20x16 px with 1 slice(s), but the image is 20x16 px with"
                        + " 2.");
        bad(
                "no foreground",
                IMAGE + "newImage('labels', '8-bit black', 20, 16, 2);",
                TRAIN + "');",
                "No slice is annotated: there is no label other than 0 (background), and no ROI.");
        bad(
                "no background",
                IMAGE + "newImage('labels', '8-bit white', 20, 16, 2);",
                TRAIN + "');",
                "The annotations hold only foreground, no background: two classes are needed to learn a"
                        + " difference.");
        bad(
                "what is annotated is held out",
                IMAGE + LABELS,
                TRAIN + " validation=1');",
                "Validation takes all 1 annotated slice(s), so none is left to train with.");
        bad(
                "background is held out",
                IMAGE + LABELS + "setSlice(2); run('Set...', 'value=1 slice');",
                TRAIN + " kind=classes validation=1');",
                "The slices to train with hold only foreground, no background: hold out other slices"
                        + " for validation.");
        bad(
                "a slice without labels is held out",
                IMAGE + LABELS,
                TRAIN + " validation=2');",
                "Validation is '2', but of slice(s) 2 nothing is annotated; annotated are the"
                        + " slice(s) 1.");
        bad(
                "a mask given for classes",
                IMAGE + LABELS + "run('Multiply...', 'value=255 stack');",
                TRAIN + " kind=classes');",
                "The labels hold only 0 and 255, which is a mask and would be 256 classes: use"
                        + " kind=instances, or divide the values by 255 so that they are 0 and 1.");
        gray("cells", TRAIN);
        gray("classes", TRAIN + " kind=classes");
        gray("weight map", "run('U-Net Weight Map...', 'image=labels");
        gray("augment", "run('U-Net Augment...', 'image=image labels=labels");
        for (final String kind : List.of("probabilities", "classes", "instances")) {
            gray(
                    "evaluate " + kind,
                    "run('U-Net Evaluate...', 'prediction=image truth=labels kind=" + kind);
        }
        bad(
                "negative labels",
                IMAGE + "newImage('labels', '32-bit black', 20, 16, 2); setPixel(3, 4, -1);",
                TRAIN + "');",
                "'labels', slice 1: The label image has the value -1.0 at x=3, y=4; allowed are whole"
                        + " numbers from 0 (background) to 2147483647.");
        bad(
                "no labels of that name",
                IMAGE + "newImage('labels-1', '8-bit black', 20, 16, 2);",
                TRAIN + "');",
                "Option \"labels\": no open image is titled \"labels\" (did you mean \"labels-1\"?);"
                        + " open are \"image\", \"labels-1\".");
    }

    private void models() {
        model("missing", "none.zip", "Option \"model\": there is no file \"$/none.zip\".");
        model(
                "folder",
                "in",
                "The model $/in is a folder without a description (rdf.yaml, bioimageio.yaml or model.yaml), so it is no model.");
        model(
                "truncated",
                "half.zip",
                "The model $/half.zip is no model package: it is no complete zip file.");
        model(
                "not a zip",
                "text.zip",
                "The model $/text.zip is no model package: it is no complete zip file.");
        model(
                "not ours",
                "other.zip",
                "The model $/other.zip cannot be used: The field type of rdf.yaml is missing, but must"
                        + " be model.");
        model(
                "leads out",
                "outside.zip",
                "The model $/outside.zip cannot be used: It holds the path '../rdf.yaml', which leads"
                        + " out of it.");
    }

    private void model(final String name, final String file, final String sentence) {
        bad("model " + name, IMAGE, "run('U-Net Segment...', 'model=[$/" + file + "]');", sentence);
        bad("info " + name, "", "run('U-Net Model Info...', 'model=[$/" + file + "]');", sentence);
    }

    private void options() {
        bad(
                "unknown key",
                IMAGE,
                SEGMENT + " tiles=100');",
                "Unknown option \"tiles\" (did you mean \"tile\"?); the options are image, model,"
                        + " output, averaging, scale, rois, measure, threshold, split, height,"
                        + " smallest, link, tile, device, precision, trust.");
        bad(
                "wrong choice",
                IMAGE,
                SEGMENT + " output=Classes');",
                "Option \"output\" must be one of instances, classes, probabilities, uncertainty; got"
                        + " \"Classes\" (did you mean \"classes\"?).");
        bad(
                "uncertainty of one version",
                IMAGE,
                SEGMENT + " output=uncertainty');",
                "The uncertainty is the deviation over versions of the image, so averaging must be"
                        + " rotations or dihedral, but it is none.");
        bad(
                "outlines of probabilities",
                IMAGE,
                SEGMENT + " rois=overlay');",
                "Outlines need objects: the output must be instances, but it is probabilities.");
        bad(
                "measured classes",
                IMAGE,
                SEGMENT_FILES + " input=[$/in] output=classes measure');",
                "Measuring needs objects: the output must be instances, but it is classes.");
        bad(
                "manager without a display",
                IMAGE,
                SEGMENT + " output=instances rois=manager');",
                "The ROI Manager needs a display: use an overlay or a ROI set instead.");
        bad(
                "threshold",
                IMAGE,
                SEGMENT + " output=instances threshold=1.5');",
                "Option \"threshold\" must be a number from 0 to 1; got \"1.5\".");
        bad(
                "height",
                IMAGE,
                SEGMENT + " output=instances split=watershed height=-1');",
                "Option \"height\" must be a number, 0 or more; got \"-1\".");
        bad(
                "no model",
                IMAGE,
                "run('U-Net Segment...');",
                "Option \"model\" (Model) is required but was not given.");
        bad(
                "no number",
                IMAGE,
                SEGMENT + " tile=large');",
                "Option \"tile\" must be a whole number, 0 or more; got \"large\".");
        bad(
                "tile",
                IMAGE,
                SEGMENT + " tile=101');",
                "Tile size is 101 px, but a network of depth 1 takes only 2k px: try 100 or 102.");
        bad(
                "tile too small",
                IMAGE,
                SEGMENT + " tile=4');",
                "Tile size is 4 px, but a network of depth 1 takes only 2k px: try at least 18.");
        bad(
                "patch",
                IMAGE + LABELS,
                TRAIN.replace("depth=1", "depth=4") + " patch=512');",
                "Patch is 512 px, but a network of depth 4 takes only 16k+12 px: try 508 or 524.");
        bad(
                "too large a network",
                IMAGE + LABELS,
                TRAIN.replace("depth=1 features=2", "depth=7 features=60") + "');",
                "A network of depth 7 with 60 features has 1749790922 weights, but a model file holds"
                        + " at most 536608767: use fewer features or a smaller depth.");
        bad(
                "rate",
                IMAGE + LABELS,
                TRAIN + " rate=0');",
                "Option \"rate\" must be a number above 0; got \"0\".");
        bad(
                "border",
                IMAGE + LABELS,
                TRAIN + " border=1e300');",
                "Option \"border\" must be a number from 0 to 1000000; got \"1e300\".");
        bad(
                "validation",
                IMAGE + LABELS,
                TRAIN + " validation=last');",
                "Validation is 'last', but must be a fraction from 0 to below 1, or slices such as"
                        + " 19-20 or 3,7.");
        bad(
                "validation beyond the stack",
                IMAGE + LABELS,
                TRAIN + " validation=2-3');",
                "Validation is '2-3', but the stack has the slices 1 to 2.");
        bad(
                "too large a sample",
                "",
                "run('U-Net Sample Stack...', 'width=65536 height=65536');",
                "A phantom slice of 65536 x 65536 px is too large: at most 1073741824 pixels are"
                        + " allowed.");
    }

    private void devices() {
        bad(
                "device",
                IMAGE,
                SEGMENT + " device=GPU');",
                "Device is 'GPU', but must be auto, cpu, or a GPU such as gpu0.");
        if (!CudaUtils.hasCuda()) {
            bad(
                    "gpu0",
                    IMAGE,
                    SEGMENT + " device=gpu0');",
                    "Device is 'gpu0', but the engine sees no GPU here: use auto or cpu.");
        }
    }

    private void targets() {
        bad(
                "target in no folder",
                IMAGE + LABELS,
                TRAIN.replace("/out/", "/none/") + "');",
                "Cannot write $/none/kept.zip: the folder $/none does not exist.");
        bad(
                "target is a folder",
                IMAGE + LABELS,
                TRAIN.replace("/out/kept.zip", "/out") + "');",
                "Cannot write $/out: it is a folder.");
        bad(
                "no output folder",
                "",
                SEGMENT_FILES.replace("/out", "/none") + " input=[$/in]');",
                "Option \"into\": there is no folder \"$/none\".");
        bad(
                "output folder is a file",
                "",
                SEGMENT_FILES.replace("/out", "/half.zip") + " input=[$/in]');",
                "Option \"into\": \"$/half.zip\" is a file, not a folder.");
        cancelled(
                "Esc in training",
                IMAGE + LABELS,
                TRAIN.replace("iterations=2", "iterations=1000000") + "');");
        cancelled(
                "Esc in segmenting",
                "newImage('image', '8-bit ramp', 100, 100, 5000);",
                SEGMENT + " output=classes');");
        cancelled(
                "Esc in segmenting files",
                "newImage('x', '8-bit ramp', 300, 300, 500);"
                        + " File.makeDirectory('$/long'); saveAs('tiff', '$/long/kept.tif');",
                // NB: long enough that the progress tells the time left before the end.
                SEGMENT_FILES + " output=classes averaging=dihedral input=[$/long]');");
    }

    private void cancelled(final String name, final String setUp, final String command) {
        macros.put(
                name,
                setUp
                        + "\ncall('io.github.unetfiji.bridge.EscapeKey.pressAt', '$/"
                        + name
                        + ".ijm.progress', ' left'); "
                        + command);
        sentences.put(name, ": The macro was cancelled.");
    }

    private void fileCommands() {
        bad(
                "no input",
                "",
                SEGMENT_FILES + " input=[$/none]');",
                "The file or folder $/none does not exist.");
        bad(
                "empty input",
                "",
                SEGMENT_FILES + " input=[$/empty]');",
                "The folder $/empty holds no image (tif, png, jpg, bmp, gif, pgm).");
        bad(
                "two inputs, one target",
                "",
                SEGMENT_FILES + " output=classes input=[$/twins]');",
                "The files $/twins/kept.png and $/twins/kept.tif would both become"
                        + " $/out/kept-classes.tif: rename one of them.");
        bad(
                "bad files among good ones",
                "",
                SEGMENT_FILES + " output=classes input=[$/bad]');",
                "3 of 4 files failed (the log has all of them); the first: The image 'red.png' is"
                        + " RGB, but a gray image of 8, 16 or 32 bits is needed: convert it with Image"
                        + " > Type > 8-bit.");
        bad(
                "not as many labels as images",
                "",
                "run('U-Net Train Files...', 'images=[$/in] labels=[$/labels]"
                        + " model=[$/out/kept.zip] overwrite');",
                "There are 1 image file(s) in $/in, but 2 label file(s) in $/labels.");
    }

    /** The runner itself: the sentence is the last line on standard error, the exit code 1. */
    @Test
    void theRunnerExitsWithOne() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("macro.ijm"),
                "newImage('image', 'RGB white', 20, 16, 1); setColor('red'); fillRect(0, 0, 9, 9);\n"
                        + SEGMENT.replace("$/", "")
                        + "');\nprint('WENT ON');\n");
        final ForkedJvm run = ForkedJvm.run(folder, MacroRunner.class, "macro.ijm");
        assertEquals(
                "macro.ijm, line 2: The image 'image' is RGB, but a gray image of 8, 16 or 32 bits is"
                        + " needed: convert it with Image > Type > 8-bit.",
                run.sentence());
        assertEquals(1, run.code());
        assertFalse(run.out().contains("WENT ON"), run::toString);
    }
}
