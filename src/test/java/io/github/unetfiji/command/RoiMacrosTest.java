package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import io.github.unetfiji.model.ModelPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Training from ROIs as users do it: real macros, headless, with overlays and ROI sets.
 *
 * <p>NB: without a display ImageJ has no ROI Manager.
 */
class RoiMacrosTest {

    private static final String KEYS =
            " model=$/%s.zip overwrite depth=1 features=2 iterations=2 every=1%s');";
    private static final String TRAIN = "run('U-Net Train...', 'image=image" + KEYS;
    private static final String TRAIN_FILES =
            "run('U-Net Train Files...', 'images=$/%s labels=$/%s" + KEYS;
    private static final String IMAGE = "newImage('image', '8-bit ramp', 20, 16, 3); ";
    private static final String ADD = " Overlay.addSelection; Overlay.setPosition(2);";

    private static final String DRAW =
            """

            function add(x, y, name, slice) {
              makeOval(x, y, 6, 5);
              setSelectionName(name);
              Overlay.addSelection;
              Overlay.setPosition(slice);
            }
            """;

    private static final String OVERLAY =
            IMAGE
                    + """
                    add(1, 1, 'Nucleus', 1); add(4, 3, 'membrane#1', 1); add(10, 8, 'nucleus', 3);
                    add(2, 9, 'ignore', 3); makeRectangle(1, 2, 3, 4); setSlice(2);
                    """
                    + TRAIN.formatted("overlay", " rois=overlay validation=3")
                    + """

                    print('= ' + getTitle());
                    selectImage('image');
                    print('= ' + Overlay.size + ' ' + Roi.getType + ' ' + getSliceNumber());
                    Overlay.activateSelection(3);
                    Roi.getPosition(channel, slice, frame);
                    print('= ' + Roi.getName + ' ' + slice);
                    """;

    private static final String AUGMENT =
            IMAGE
                    + "add(1, 1, 'nucleus', 2);\n"
                    + "run('U-Net Augment...', 'image=image rois=overlay depth=1 samples=2"
                    + " deformation=0 rotation=0 intensity=0 flip=false');\n"
                    + "getDimensions(w, h, c, z, t); print('= ' + getTitle() + ' c' + c + ' z' + z);\n";

    /** Two cells, together 4 x 2 px, in the middle of the patch, and a rim of 3 px: 2 rows of 10 px, 4 rows of 8, one of 4. */
    private static final String RIM =
            IMAGE
                    + """
                    makeRectangle(8, 2, 2, 2); Overlay.addSelection; Overlay.setPosition(2);
                    makeRectangle(9, 2, 3, 2); Overlay.addSelection; Overlay.setPosition(2); run('Select None');
                    """
                    + TRAIN.formatted("rim", " rois=overlay rim=3")
                    + """

                    selectImage('image');
                    run('U-Net Augment...', 'image=image rois=overlay rim=3 depth=1 samples=1 deformation=0 rotation=0 intensity=0 flip=false');
                    Stack.setChannel(3);
                    n = 0;
                    for (y = 0; y < getHeight(); y++) for (x = 0; x < getWidth(); x++) if (getPixel(x, y) > 0) n++;
                    print('= weighing ' + n);
                    """;

    private static final String FILES =
            IMAGE
                    + "saveAs('tiff', '$/in/a.tif'); saveAs('tiff', '$/in/b.tif');"
                    + " makeRectangle(3, 3, 5, 5); setSelectionName('Axon#1');"
                    + " Roi.setPosition(2); saveAs('selection', '$/in/b.roi');\n"
                    + TRAIN_FILES.formatted("in", "in", "files", " validation=5");

    @TempDir private Path folder;

    private final Map<String, String> macros = new LinkedHashMap<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();

    private Map<String, Macros.Outcome> run() throws IOException, InterruptedException {
        final Macros all = new Macros(folder);
        macros.forEach((name, macro) -> all.add(name, macro + DRAW));
        return all.run();
    }

    private List<String> classes(final String model) {
        return ModelPackage.read(folder.resolve(model + ".zip")).classes();
    }

    /** What the macro printed, what was told about cells, and the number of slices. */
    private static List<String> printed(final Macros.Outcome outcome) {
        assertEquals("", outcome.failure());
        return outcome.lines().stream()
                .filter(line -> line.matches("= .*|Warning: .* cells.*|Training a U-Net.*"))
                .map(line -> line.replaceFirst("^Training a U-Net.* from ", "from "))
                .toList();
    }

    private void writeSet(final String name) throws IOException {
        final Roi cell = new Roi(2, 2, 5, 6);
        cell.setPosition(2);
        final Roi spot = new PointRoi(9, 8);
        spot.setPosition(1);
        spot.setName("spot");
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("0002-0005-0004.roi"));
            zip.write(RoiEncoder.saveAsByteArray(cell));
            zip.putNextEntry(new ZipEntry("spot.roi"));
            zip.write(RoiEncoder.saveAsByteArray(spot));
        }
    }

    @Test
    void trainingFromRois() throws IOException, InterruptedException {
        Files.createDirectory(folder.resolve("in"));
        writeSet("in/a.zip");
        macros.put("overlay", OVERLAY);
        macros.put("augment", AUGMENT);
        macros.put("files", FILES);
        macros.put("rim", RIM);
        final Map<String, Macros.Outcome> outcomes = run();
        assertEquals(
                List.of(
                        "Warning: 7 pixel(s) on slice(s) 1 lie in several cells: each belongs to the"
                                + " smallest of them.",
                        "from 1 slice, 1 held out.",
                        "= overlay-history",
                        "= 4 rectangle 2",
                        "= ignore 3"),
                printed(outcomes.get("overlay")));
        assertEquals(List.of("background", "membrane", "Nucleus"), classes("overlay"));
        assertEquals(List.of("= image-augmented c3 z2"), printed(outcomes.get("augment")));
        assertEquals(List.of("from 2 slices, 1 held out."), printed(outcomes.get("files")));
        assertEquals(List.of("background", "Axon", "cell", "spot"), classes("files"));
        final String overlap =
                "Warning: 2 pixel(s) on slice(s) 2 lie in several cells: each belongs to the smallest"
                        + " of them.";
        assertEquals(
                List.of(overlap, "from 1 slice, 0 held out.", overlap, "= weighing 56"),
                printed(outcomes.get("rim")));
        final Map<String, Object> provenance =
                ModelPackage.read(folder.resolve("rim.zip")).provenance();
        assertEquals("rois", provenance.get("kind"));
        assertEquals(3, provenance.get("rim"));
        assertTrue(provenance.get("macro").toString().contains("rim=3 "), provenance::toString);
    }

    /** A macro whose second line must fail with this sentence. */
    private void bad(
            final String name, final String setUp, final String options, final String sentence) {
        put(name, setUp, TRAIN.formatted("kept", " " + options), sentence);
    }

    private void put(
            final String name, final String setUp, final String command, final String sentence) {
        macros.put(name, setUp + "\n" + command + "\nprint('WENT ON');");
        sentences.put(name, ", line 2: " + sentence);
    }

    @TestFactory
    Stream<DynamicTest> everyMistakeIsOneSentence() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("kept.zip"), "old");
        choices();
        shapes();
        positions();
        slices();
        files();
        final Map<String, Macros.Outcome> outcomes = run();
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
                Stream.of(
                        dynamicTest(
                                "nothing is written",
                                () ->
                                        assertEquals(
                                                "old",
                                                Files.readString(folder.resolve("kept.zip"))))));
    }

    private void assertStopped(final String failure, final Macros.Outcome outcome) {
        assertAll(
                () ->
                        assertEquals(
                                failure.replace("$", folder.toString().replace('\\', '/')),
                                outcome.failure()),
                () -> assertFalse(outcome.lines().contains("WENT ON"), outcome::toString));
    }

    private void choices() {
        bad(
                "neither",
                IMAGE,
                "",
                "Annotations are missing: give \"labels\" (a label image) or \"rois\" (manager or"
                        + " overlay).");
        bad(
                "both",
                IMAGE + "newImage('l', '8-bit black', 20, 16, 3);",
                "labels=l rois=overlay",
                "Annotations are given twice: leave out \"labels\" or \"rois\".");
        put(
                "neither in Augment",
                IMAGE,
                "run('U-Net Augment...', 'image=image depth=1');",
                "Annotations are missing: give \"labels\" (a label image) or \"rois\" (manager or"
                        + " overlay).");
        bad(
                "rois of a wrong word",
                IMAGE,
                "rois=overlays",
                "Option \"rois\" must be one of none, manager, overlay; got \"overlays\" (did you mean"
                        + " \"overlay\"?).");
        bad(
                "a rim below 0",
                IMAGE,
                "rois=overlay rim=-1",
                "Option \"rim\" must be a whole number, 0 or more; got \"-1\".");
        bad(
                "half a pixel of rim",
                IMAGE,
                "rois=overlay rim=2.5",
                "Option \"rim\" must be a whole number, 0 or more; got \"2.5\".");
        final String around =
                "rim is 5, but must be 0 with label images: only ROIs can have a rim of background.";
        final String labelled =
                IMAGE + "newImage('l', '8-bit black', 20, 16, 3); setPixel(3, 4, 1);";
        bad("a rim around labels", labelled, "labels=l rim=5", around);
        put(
                "a rim around labels in Augment",
                labelled,
                "run('U-Net Augment...', 'image=image labels=l depth=1 rim=5');",
                around);
        bad(
                "no display",
                IMAGE,
                "rois=manager",
                "The ROI Manager needs a display: use the ROIs of an overlay, or a ROI set with U-Net"
                        + " Train Files.");
        bad(
                "no overlay",
                IMAGE,
                "rois=overlay",
                "The image 'image' has no overlay: outline the cells and add each with Image > Overlay"
                        + " > Add Selection [b].");
    }

    private void shapes() {
        bad(
                "a line",
                IMAGE + "add(1, 1, 'a', 1); makeLine(0, 0, 5, 5);" + ADD,
                "rois=overlay",
                "ROI 2 (no name) is a line, but annotations must be areas or points.");
        bad(
                "a polyline",
                IMAGE
                        + "makeSelection('polyline', newArray(1, 5, 9), newArray(1, 8, 2));"
                        + " setSelectionName('axon');"
                        + ADD,
                "rois=overlay",
                "The ROI 'axon' is a polyline, but annotations must be areas or points.");
        bad(
                "an arrow",
                IMAGE + "makeArrow(1, 1, 9, 9, 'filled');" + ADD,
                "rois=overlay",
                "ROI 1 (no name) is an arrow, but annotations must be areas or points.");
        bad(
                "a text",
                IMAGE + "add(1, 1, 'a', 1); Overlay.drawString('50 nm', 3, 9); Overlay.show();",
                "rois=overlay",
                "ROI 2 (no name) is a text, but annotations must be areas or points.");
        bad(
                "outside",
                IMAGE + "add(30, 1, 'far', 1);",
                "rois=overlay",
                "The ROI 'far' has no pixel inside of the image 'image' (20x16 px).");
        bad(
                "background",
                IMAGE + "add(1, 1, 'background', 1);",
                "rois=overlay",
                "The ROI 'background' cannot name a class: background is what no ROI covers; to leave"
                        + " a region out, name it ignore.");
    }

    private void positions() {
        bad(
                "no position",
                IMAGE + "add(1, 1, 'a', 1); add(1, 1, 'b', 0);",
                "rois=overlay",
                "The ROI 'b' has no position, but 'image' has 3 slices: give it one with Properties..."
                        + " in the ROI Manager, or add it again while its slice is shown.");
        bad(
                "a slice that is not there",
                IMAGE + "add(1, 1, 'a', 4);",
                "rois=overlay",
                "The ROI 'a' is at position 4 of the stack, but 'image' has the positions 1 to 3.");
        bad(
                "a frame that is not there",
                "newImage('image', '8-bit grayscale-mode', 20, 16, 2, 3, 2);"
                        + " add(1, 1, 'a', 1); Overlay.setPosition(1, 3, 3);",
                "rois=overlay",
                "The ROI 'a' is on channel 1, slice 3, frame 3, but 'image' has 2 channel(s), 3"
                        + " slice(s) and 2 frame(s).");
    }

    private void slices() {
        bad(
                "everything is ignored",
                IMAGE + "makeRectangle(0, 0, 20, 16); setSelectionName('ignore');" + ADD,
                "rois=overlay",
                "The annotations hold no class: every pixel is ignored.");
        bad(
                "no background",
                IMAGE + "run('Select All');" + ADD,
                "rois=overlay",
                "The annotations hold only foreground, no background: two classes are needed to learn a"
                        + " difference.");
        bad(
                "no cell",
                IMAGE + "add(1, 1, 'ignore', 1);",
                "rois=overlay",
                "The annotations hold only background (0): two classes are needed to learn a difference.");
        bad(
                "validation on a slice without a ROI",
                IMAGE + "add(1, 1, 'a', 1); add(1, 1, 'a', 3);",
                "rois=overlay validation=2-3",
                "Validation is '2-3', but of slice(s) 2 nothing is annotated; annotated are the"
                        + " slice(s) 1, 3.");
        bad(
                "validation takes all",
                IMAGE + "add(1, 1, 'a', 1); add(1, 1, 'a', 3);",
                "rois=overlay validation=0.99",
                "Validation takes all 2 annotated slice(s), so none is left to train with.");
        bad(
                "cells are held out",
                IMAGE + "add(1, 1, 'ignore', 1); add(1, 1, 'a', 3);",
                "rois=overlay validation=3",
                "The slices to train with hold only background (0): hold out other slices for"
                        + " validation.");
    }

    private void files() throws IOException {
        for (final String name : List.of("images", "mixed", "broken", "two", "lines")) {
            Files.createDirectory(folder.resolve(name));
        }
        writeSet("mixed/b.zip");
        writeSet("two/a.zip");
        writeSet("two/b.zip");
        Files.writeString(folder.resolve("broken/a.zip"), "no zip");
        put(
                "label images and ROI sets",
                IMAGE + "saveAs('tiff', '$/images/a.tif'); saveAs('tiff', '$/mixed/a.tif');",
                TRAIN_FILES.formatted("images", "mixed", "kept", ""),
                "The folder $/mixed holds label images (such as a.tif) and ROI sets (such as b.zip),"
                        + " but must hold one or the other.");
        put(
                "a line in a ROI set",
                IMAGE + "makeLine(1, 1, 5, 5); saveAs('selection', '$/lines/a.roi');",
                TRAIN_FILES.formatted("images", "lines", "kept", ""),
                "$/lines/a.roi: ROI 1 (no name) is a line, but annotations must be areas or points.");
        put(
                "no ROI set",
                "",
                TRAIN_FILES.formatted("images", "broken", "kept", ""),
                "The file $/broken/a.zip holds no ROI.");
        put(
                "not as many ROI sets as images",
                "",
                TRAIN_FILES.formatted("images", "two", "kept", ""),
                "There are 1 image file(s) in $/images, but 2 label file(s) in $/two.");
    }
}
