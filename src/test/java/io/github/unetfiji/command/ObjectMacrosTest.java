package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import io.github.unetfiji.Progress;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusSlices;
import io.github.unetfiji.ij.roi.RoiFiles;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.segment.Cpu;
import io.github.unetfiji.segment.Decision;
import io.github.unetfiji.segment.InstanceSettings;
import io.github.unetfiji.segment.Instances;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.Split;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances, their outlines and measurements, and the uncertainty: from real macros, with the sample model. */
class ObjectMacrosTest {

    private static final Path SAMPLES = Path.of("sample-data").toAbsolutePath();

    private static final String SETTINGS =
            "output=instances threshold=0.4 split=watershed height=2 smallest=20";

    private static final String OPEN =
            """
            open("%s/phantom.tif");
            makeRectangle(100, 60, 140, 120);
            run("Duplicate...", "title=crop duplicate range=1-3");
            run("Properties...", "channels=1 slices=3 frames=1 pixel_width=4 pixel_height=2 voxel_depth=50 unit=nm");
            """
                    .formatted(SAMPLES);

    private static final String MEMORY =
            OPEN
                    + """
                    saveAs("tiff", "$/crop.tif");
                    rename("crop");
                    run("U-Net Segment...", "model=[%s/phantom-unet.zip] %s scale=off rois=overlay measure");
                    getMinAndMax(low, high);
                    print(getTitle() + " " + bitDepth() + "-bit " + nSlices + " slices " + low + ".." + high);
                    getLut(r, g, b);
                    print("visible: " + (r[0] + g[0] + b[0]) + " " + (r[1] + g[1] + b[1] > 200));
                    saveAs("tiff", "$/memory.tif");
                    area = 0;
                    for (i = 0; i < nResults; i++) area += getResult("Area", i);
                    print(nResults + " objects " + area + " " + getResultString("Class", 0) + " "
                        + getResult("Id", 0) + " " + getResult("Slice", nResults - 1));
                    print(Table.headings);
                    selectImage("crop");
                    print(Overlay.size + " outlines");
                    Overlay.activateSelection(0);
                    Roi.getPosition(c, z, t);
                    print(Roi.getName + " at " + z);
                    print(Overlay.size);
                    """
                            .formatted(SAMPLES, SETTINGS);

    private static final String FILES =
            """
            File.makeDirectory("$/into");
            run("U-Net Segment Files...", "input=$/crop.tif into=$/into model=[%s/phantom-unet.zip] %s scale=off rois measure");
            run("U-Net Segment Files...", "input=$/crop.tif into=$/into model=[%s/phantom-unet.zip] %s scale=off rois measure resume");
            File.delete("$/into/crop-objects.csv");
            run("U-Net Segment Files...", "input=$/crop.tif into=$/into model=[%s/phantom-unet.zip] %s scale=off rois measure resume");
            """
                    .formatted(SAMPLES, SETTINGS, SAMPLES, SETTINGS, SAMPLES, SETTINGS);

    /** Without an object; then a result whose outlines are not asked for any more; then with small pixels. */
    private static final String ODD_FILES =
            """
            File.makeDirectory("$/odd");
            run("U-Net Segment Files...", "input=$/crop.tif into=$/odd model=%1$s output=instances threshold=1 rois measure");
            print("= " + File.length("$/odd/crop-objects.csv") + " " + File.exists("$/odd/crop-rois.zip"));
            run("U-Net Segment Files...", "input=$/crop.tif into=$/odd model=%1$s output=instances threshold=1");
            print("= " + File.exists("$/odd/crop-objects.csv") + File.exists("$/odd/crop-rois.zip"));
            open("$/crop.tif");
            setVoxelSize(0.004, 0.004, 0.05, "micron");
            saveAs("tiff", "$/micron.tif");
            run("U-Net Segment...", "model=%1$s output=instances scale=off measure");
            print("= " + d2s(getResult("X", 3), 9) + " " + d2s(getResult("Area", 3), 9));
            run("U-Net Segment Files...", "input=$/micron.tif into=$/odd model=%1$s output=instances scale=off measure");
            """
                    .formatted(SAMPLES + "/phantom-unet.zip");

    private static final String LINKED =
            """
            open("$/crop.tif");
            run("U-Net Segment...", "model=[%s/phantom-unet.zip] output=instances threshold=0.8 smallest=30 link scale=off");
            saveAs("tiff", "$/linked.tif");
            """
                    .formatted(SAMPLES);

    private static final String UNCERTAINTY =
            """
            open("$/crop.tif");
            run("U-Net Segment...", "model=[%s/phantom-unet.zip] output=uncertainty averaging=rotations scale=off");
            getMinAndMax(low, high);
            print(getTitle() + " " + bitDepth() + "-bit " + nSlices + " slices");
            Stack.getStatistics(n, mean, min, max);
            print("sensible: " + (min >= 0 && max <= 0.5 && max > 0.01 && high == 0.5));
            run("U-Net Segment Files...", "input=$/crop.tif into=$/into model=[%s/phantom-unet.zip] output=uncertainty averaging=rotations scale=off");
            """
                    .formatted(SAMPLES, SAMPLES);

    private static final String THRESHOLD =
            """
            open("$/crop.tif");
            thresholds = newArray(0, 0.5, 0.9);
            means = newArray(3);
            for (i = 0; i < 3; i++) {
              selectImage("crop.tif");
              run("U-Net Segment...", "model=[%s/phantom-unet.zip] output=classes scale=off threshold=" + thresholds[i]);
              getStatistics(n, mean);
              means[i] = mean;
            }
            print("less with a higher threshold: " + (means[0] == means[1] && means[2] < means[0] && means[2] > 0));
            """
                    .formatted(SAMPLES);

    private static final String TUNED =
            """
            run("U-Net Sample Stack...", "width=96 height=80 slices=3 seed=5");
            run("U-Net Train...", "image=sample-5 labels=sample-5-labels model=$/tuned.zip features=3 depth=2 iterations=20 validation=3");
            selectImage("sample-5");
            run("U-Net Segment...", "model=$/tuned.zip output=classes");
            saveAs("tiff", "$/tuned.tif");
            selectImage("sample-5");
            run("U-Net Segment...", "model=$/tuned.zip output=classes threshold=0.5");
            saveAs("tiff", "$/half.tif");
            selectImage("sample-5");
            run("U-Net Segment...", "model=$/tuned.zip output=instances");
            saveAs("tiff", "$/tuned objects.tif");
            run("U-Net Model Info...", "model=$/tuned.zip");
            """;

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        outcomes =
                new Macros(folder)
                        .add("memory", MEMORY)
                        .add("files", FILES)
                        .add("odd", ODD_FILES)
                        .add("linked", LINKED)
                        .add("uncertainty", UNCERTAINTY)
                        .add("threshold", THRESHOLD)
                        .add("tuned", TUNED)
                        .run();
    }

    private static List<String> lines(final String name) {
        assertEquals("", outcomes.get(name).failure());
        return outcomes.get(name).lines();
    }

    private static int[] ids(final ImagePlus labels, final int slice) {
        final short[] pixels = (short[]) labels.getStack().getPixels(slice + 1);
        final int[] ids = new int[pixels.length];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = Short.toUnsignedInt(pixels[i]);
        }
        return ids;
    }

    /** What the library finds in the crop that the macro saved. */
    private static int[][] expected() {
        final ImagePlus crop = ImageFiles.open(folder.resolve("crop.tif"));
        final int[][] result = new int[3][];
        try (Segmenter segmenter =
                Cpu.segmenter(ModelPackage.read(SAMPLES.resolve("phantom-unet.zip")))) {
            final Segmentation slices =
                    Cpu.segment(segmenter, ImagePlusSlices.of(crop), Progress.NONE);
            final Instances instances =
                    new Instances(
                            new InstanceSettings(0.4, Split.WATERSHED, 2, 20, false), 140, 120, 3);
            for (int z = 0; z < 3; z++) {
                result[z] = instances.next(Cpu.probabilities(slices, z));
            }
        }
        return result;
    }

    @Test
    void labelsTableAndOverlayAreOneAndTheSame() {
        final int[][] expected = expected();
        int objects = 0;
        int pixels = 0;
        final ImagePlus memory = ImageFiles.open(folder.resolve("memory.tif"));
        for (int z = 0; z < 3; z++) {
            assertEquals(Arrays.toString(expected[z]), Arrays.toString(ids(memory, z)));
            objects += Arrays.stream(expected[z]).max().getAsInt();
            pixels += (int) Arrays.stream(expected[z]).filter(id -> id > 0).count();
        }
        assertTrue(objects > 15, objects + " objects");
        assertEquals(
                List.of(
                        "crop-instances 16-bit 3 slices 0..255",
                        "visible: 0 1",
                        objects + " objects " + 8 * pixels + " cell 1 3",
                        "Id\tClass\tSlice\tArea\tX\tY",
                        objects + " outlines",
                        "cell#1 at 1",
                        Integer.toString(objects)),
                lines("memory").stream()
                        .filter(line -> !line.startsWith("Device"))
                        .map(line -> line.replace(" \t", "\t").strip())
                        .toList());
    }

    @Test
    void filesHoldTheSame() throws IOException {
        assertTrue(
                lines("files").stream().anyMatch(line -> line.endsWith("1 were finished already.")),
                () -> lines("files").toString());
        final ImagePlus memory = ImageFiles.open(folder.resolve("memory.tif"));
        final ImagePlus file = ImageFiles.open(folder.resolve("into/crop-instances.tif"));
        assertEquals(16, file.getBitDepth());
        assertEquals(4, file.getCalibration().pixelWidth);
        final List<Roi> rois = RoiFiles.open(folder.resolve("into/crop-rois.zip"));
        int objects = 0;
        for (int z = 0; z < 3; z++) {
            final int[] ids = ids(memory, z);
            assertEquals(Arrays.toString(ids), Arrays.toString(ids(file, z)));
            final int most = Arrays.stream(ids).max().getAsInt();
            for (int id = 1; id <= most; id++) {
                final Roi roi = rois.get(objects++);
                assertEquals(z + 1, roi.getPosition());
                assertEquals(
                        pixels(ids, id), roi.getStatistics().pixelCount, "object " + id + ", " + z);
            }
        }
        assertEquals(objects, rois.size());
        final List<String> table = Files.readAllLines(folder.resolve("into/crop-objects.csv"));
        assertEquals("Id,Class,Slice,Area,X,Y", table.get(0));
        assertEquals(objects, table.size() - 1);
        try (Stream<Path> left = Files.list(folder.resolve("into"))) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith(".")));
        }
    }

    @Test
    void filesWithoutObjectsAndWithSmallPixels() throws IOException {
        final List<String> lines =
                lines("odd").stream().filter(line -> line.startsWith("= ")).toList();
        assertEquals(List.of("= 24 1", "= 00"), lines.subList(0, 2));
        final String row = Files.readAllLines(folder.resolve("odd/micron-objects.csv")).get(4);
        final double x = Double.parseDouble(row.split(",")[4]);
        final double area = Double.parseDouble(row.split(",")[3]);
        final String[] exact = lines.get(2).split(" ");
        assertEquals(Double.parseDouble(exact[1]), x, 0.00004, "a hundredth of a pixel");
        assertEquals(Double.parseDouble(exact[2]), area, 0.00000016);
    }

    private static int pixels(final int[] ids, final int id) {
        return (int) Arrays.stream(ids).filter(i -> i == id).count();
    }

    /** Cells go on through the slices of the phantom, so most ids of the last slice are in the first one. */
    @Test
    void linkedObjectsKeepTheirIds() {
        assertEquals("", outcomes.get("linked").failure());
        final ImagePlus linked = ImageFiles.open(folder.resolve("linked.tif"));
        final long first = Arrays.stream(ids(linked, 0)).filter(id -> id > 0).distinct().count();
        final long kept =
                Arrays.stream(ids(linked, 1))
                        .filter(id -> id > 0 && id <= first)
                        .distinct()
                        .count();
        assertTrue(kept > first / 2, kept + " of " + first);
        final int last = Arrays.stream(ids(linked, 2)).max().getAsInt();
        assertTrue(last > first, "a new object has a new id");
    }

    @Test
    void uncertainty() {
        assertEquals(
                List.of("crop.tif-uncertainty 32-bit 3 slices", "sensible: 1"),
                lines("uncertainty").stream()
                        .filter(line -> line.contains("uncertainty ") || line.startsWith("sens"))
                        .toList());
        final ImagePlus file = ImageFiles.open(folder.resolve("into/crop-uncertainty.tif"));
        assertEquals(
                "140x120x3", file.getWidth() + "x" + file.getHeight() + "x" + file.getStackSize());
        assertEquals(0.5, file.getDisplayRangeMax());
    }

    @Test
    void classesAboveAThreshold() {
        assertTrue(
                lines("threshold").contains("less with a higher threshold: 1"),
                () -> lines("threshold").toString());
    }

    /** What a training tuned on its held-out slice is what its model does, unless a key says otherwise. */
    @Test
    void aTunedModel() {
        final List<String> lines = lines("tuned");
        final UNetModel model = ModelPackage.read(folder.resolve("tuned.zip"));
        final Postprocessing tuned = model.postprocessing().orElseThrow();
        assertTrue(
                lines.contains("Tuned on the held-out slices to " + tuned + "."), lines::toString);
        assertTrue(lines.contains("tuned to: " + tuned), lines::toString);
        assertEquals(
                3,
                lines.stream()
                        .filter(
                                line ->
                                        line.startsWith(
                                                "Postprocessing: the model was tuned to " + tuned))
                        .count());
        assertEquals(1, ((Map<?, ?>) model.provenance().get("tuning")).get("slices"));
        final ImagePlus classes = ImageFiles.open(folder.resolve("tuned.tif"));
        final ImagePlus half = ImageFiles.open(folder.resolve("half.tif"));
        final ImagePlus objects = ImageFiles.open(folder.resolve("tuned objects.tif"));
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(96)
                                .setHeight(80)
                                .setSlices(3)
                                .setSeed(5)
                                .build());
        try (Segmenter segmenter = Cpu.segmenter(model)) {
            final ImageStack stack = new ImageStack(96, 80);
            for (int z = 0; z < 3; z++) {
                stack.addSlice(null, phantom.slice(z).image());
            }
            final Segmentation slices =
                    Cpu.segment(
                            segmenter,
                            ImagePlusSlices.of(new ImagePlus("sample", stack)),
                            Progress.NONE);
            final float[] p = Cpu.probabilities(slices, 2);
            assertArrayEquals(
                    Decision.above(tuned.threshold()).classes(p, 96 * 80),
                    (byte[]) classes.getStack().getPixels(3));
            assertArrayEquals(
                    Decision.above(0.5).classes(p, 96 * 80), (byte[]) half.getStack().getPixels(3));
            final InstanceSettings settings =
                    new InstanceSettings(
                            tuned.objectThreshold(),
                            tuned.neck() > 0 ? Split.WATERSHED : Split.NONE,
                            Math.max(1, tuned.neck()),
                            tuned.smallest(),
                            false);
            assertArrayEquals(new Instances(settings, 96, 80, 3).next(p), ids(objects, 2));
        }
    }
}
