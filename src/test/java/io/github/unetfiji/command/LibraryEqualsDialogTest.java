package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.unetfiji.Progress;
import io.github.unetfiji.batch.ImageSegmenter;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.model.Postprocessing;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.phantom.Phantom;
import io.github.unetfiji.phantom.PhantomSettings;
import io.github.unetfiji.segment.Averaging;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.Scaling;
import io.github.unetfiji.segment.Segmentation;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.segment.Split;
import io.github.unetfiji.stack.Axis;
import io.github.unetfiji.stack.CalibratedImage;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedIntType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.CommandService;

/** The library example of the README gives to the bit what the OK of the dialog gives, for a tuned model with other pixels. */
class LibraryEqualsDialogTest {

    private static final int WIDTH = 110;
    private static final int HEIGHT = 90;
    private static final int SLICES = 3;
    private static final PixelSize PIXELS = new PixelSize(5, 6, LengthUnit.NANOMETER);

    @TempDir private static Path folder;

    private static Context context;
    private static byte[] pixels;
    private static Path file;

    @BeforeAll
    static void prepare() {
        context = new Context(CommandService.class, StatusService.class);
        final Phantom phantom =
                Phantom.of(
                        PhantomSettings.builder()
                                .setWidth(WIDTH)
                                .setHeight(HEIGHT)
                                .setSlices(SLICES)
                                .setSeed(5)
                                .build());
        pixels = new byte[WIDTH * HEIGHT * SLICES];
        for (int z = 0; z < SLICES; z++) {
            System.arraycopy(
                    phantom.slice(z).image(), 0, pixels, z * WIDTH * HEIGHT, WIDTH * HEIGHT);
        }
        file = folder.resolve("tuned.zip");
        ModelPackage.write(
                Models.calibrated(
                                ModelPackage.read(Path.of("sample-data", "phantom-unet.zip")),
                                new PixelSize(4, 4, LengthUnit.NANOMETER))
                        .with(new Postprocessing(0.7, 0.35, 2, 30)),
                file);
    }

    @AfterAll
    static void end() {
        context.dispose();
    }

    private static ImagePlus image() {
        final ij.ImageStack stack = new ij.ImageStack(WIDTH, HEIGHT);
        final int size = WIDTH * HEIGHT;
        for (int z = 0; z < SLICES; z++) {
            stack.addSlice(
                    new ByteProcessor(
                            WIDTH, HEIGHT, Arrays.copyOfRange(pixels, z * size, (z + 1) * size)));
        }
        final ImagePlus image = new ImagePlus("cells", stack);
        image.getCalibration().pixelWidth = PIXELS.x();
        image.getCalibration().pixelHeight = PIXELS.y();
        image.getCalibration().setUnit("nm");
        return image;
    }

    /** All pixels of the command's result in the order of its planes. */
    private static float[] byCommand(final Object... keys) throws Exception {
        final Object[] inputs = Arrays.copyOf(keys, keys.length + 4);
        System.arraycopy(
                new Object[] {"image", image(), "model", file.toFile()}, 0, inputs, keys.length, 4);
        final ImagePlus result =
                (ImagePlus)
                        context.service(CommandService.class)
                                .run(SegmentCommand.class, false, inputs)
                                .get()
                                .getOutput("result");
        return values(result);
    }

    private static float[] values(final ImagePlus result) {
        final int size = WIDTH * HEIGHT;
        final float[] values = new float[result.getStackSize() * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = result.getStack().getProcessor(i / size + 1).getf(i % size);
        }
        return values;
    }

    /** All pixels, x fastest. */
    private static float[] values(final CalibratedImage<? extends RealType<?>> image) {
        final float[] values = new float[(int) image.pixels().size()];
        int i = 0;
        for (final RealType<?> value : Views.flatIterable(image.pixels())) {
            values[i++] = value.getRealFloat();
        }
        return values;
    }

    @Test
    void theExample() throws Exception {
        // NB: as in README.md, up to the names of the files.
        UNetModel model = ModelPackage.read(file);
        CalibratedImage<UnsignedByteType> image =
                CalibratedImage.of(
                                "cells",
                                ArrayImgs.unsignedBytes(pixels, WIDTH, HEIGHT, SLICES),
                                Axis.X,
                                Axis.Y,
                                Axis.Z)
                        .withPixelSize(PIXELS);
        try (Segmenter segmenter = Segmenter.of(model)) {
            Segmentation result = segmenter.segment(image);
            CalibratedImage<FloatType> probabilities = result.probabilities(); // (x, y, class, z)
            CalibratedImage<UnsignedByteType> classes = result.classes(); // (x, y, z)
            CalibratedImage<UnsignedIntType> cells = result.instances(); // (x, y, z)

            assertArrayEquals(byCommand(), values(probabilities));
            assertArrayEquals(byCommand("output", "classes"), values(classes));
            assertArrayEquals(byCommand("output", "instances"), values(cells));
            assertTrue(max(values(cells)) > 5, "there are cells");
            assertEquals("cells", cells.name());
            assertEquals(PIXELS, cells.pixelSize().orElseThrow());
            assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z), probabilities.axes());
            assertEquals(List.of(Axis.X, Axis.Y, Axis.Z), cells.axes());
        }
    }

    /** The keys of the command and the options of the library are the same settings. */
    @Test
    void withEveryOption() throws Exception {
        final SegmentationOptions options =
                SegmentationOptions.builder()
                        .optScaling(Scaling.OFF)
                        .optThreshold(0.6)
                        .optSplit(Split.WATERSHED)
                        .optNeckHeight(1.5)
                        .optSmallest(12)
                        .optLink(true)
                        .optAveraging(Averaging.ROTATIONS)
                        .optTile(140)
                        .build();
        final Object[] keys = {
            "scale",
            "off",
            "threshold",
            0.6,
            "split",
            "watershed",
            "height",
            1.5,
            "smallest",
            12,
            "link",
            true,
            "averaging",
            "rotations",
            "tile",
            140,
            "output",
            "instances"
        };
        final CalibratedImage<UnsignedByteType> image =
                CalibratedImage.of(
                                "cells",
                                ArrayImgs.unsignedBytes(pixels, WIDTH, HEIGHT, SLICES),
                                Axis.X,
                                Axis.Y,
                                Axis.Z)
                        .withPixelSize(PIXELS);
        try (Segmenter segmenter = Segmenter.of(ModelPackage.read(file), options)) {
            final Segmentation result = segmenter.segment(image);
            final float[] linked = values(result.instances());
            assertArrayEquals(byCommand(keys), linked);
            keys[keys.length - 1] = "uncertainty";
            assertArrayEquals(byCommand(keys), values(result.uncertainty()));
        }
    }

    @Test
    void imagesOfImageJ() throws Exception {
        try (ImageSegmenter segmenter = ImageSegmenter.open(file, SegmentationOptions.DEFAULT)) {
            for (final OutputKind kind : List.of(OutputKind.INSTANCES, OutputKind.CLASSES)) {
                final ImagePlus result = segmenter.segment(image(), kind, Progress.NONE);
                assertEquals("cells-" + kind.key(), result.getTitle());
                assertArrayEquals(byCommand("output", kind.key()), values(result));
            }
        }
    }

    /** A model of no pixel size, without scaling, or untuned, gives something else: the test above sees these. */
    @Test
    void tuningAndScalingMatter() throws Exception {
        assertNotEquals(
                Arrays.hashCode(byCommand("output", "instances")),
                Arrays.hashCode(byCommand("output", "instances", "scale", "off")));
        assertNotEquals(
                Arrays.hashCode(byCommand("output", "classes")),
                Arrays.hashCode(byCommand("output", "classes", "threshold", 0.5)));
    }

    @Test
    void theDefaultsAreThoseOfTheCommands() {
        assertEquals(SegmentationOptions.DEFAULT, new SegmentCommand().options());
        assertEquals(SegmentationOptions.DEFAULT, new SegmentFilesCommand().options());
    }

    private static float max(final float[] values) {
        float max = 0;
        for (final float value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
