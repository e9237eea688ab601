package io.github.unetfiji.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.ReferencePackages;
import io.github.unetfiji.engine.ComputeDevice;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.SegmentationKeys;
import io.github.unetfiji.segment.SegmentationOptions;
import io.github.unetfiji.segment.Segmenter;
import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan is that of the pixels which the network sees. */
class SegmentationForecastTest {

    @TempDir private static Path folder;

    private final SegmentationForecast forecast = new SegmentationForecast();

    private String of(final ImagePlus image, final String scale) {
        final String words =
                forecast.of(
                        folder.resolve("model.zip").toFile(),
                        SegmentationOptions.builder()
                                .optDevice(ComputeDevice.CPU)
                                .optScaling(SegmentationKeys.SCALE.read(scale))
                                .build(),
                        image);
        // NB: the free memory changes from moment to moment.
        return words.replaceFirst("; a tile needs.*", "");
    }

    private static ImagePlus image(final int width, final int height, final double nanometers) {
        final ImagePlus image = new ImagePlus("a", new ByteProcessor(width, height));
        if (nanometers > 0) {
            image.getCalibration().pixelWidth = nanometers;
            image.getCalibration().pixelHeight = nanometers;
            image.getCalibration().setUnit("nm");
        }
        return image;
    }

    @Test
    void thePlanIsThatOfTheScaledImage() {
        ModelPackage.write(
                Models.calibrated(
                        Models.tiny(1, 2, "slice"), new PixelSize(4, 4, LengthUnit.NANOMETER)),
                folder.resolve("model.zip"));
        assertEquals(of(image(80, 60, 0), "auto"), of(image(40, 30, 8), "auto"));
        assertEquals(of(image(40, 30, 0), "auto"), of(image(40, 30, 8), "off"));
        assertNotEquals(of(image(40, 30, 8), "off"), of(image(40, 30, 8), "auto"));
    }

    /** Of a package of another program only the description is read: here its other files are empty. */
    @Test
    void aPackageOfAnotherProgram() throws IOException {
        Files.createDirectories(folder.resolve("package"));
        try (InputStream in = Segmenter.class.getResourceAsStream("small.zip");
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                final Path file = folder.resolve("package").resolve(one.getName());
                if ("rdf.yaml".equals(one.getName())) {
                    Files.copy(zip, file);
                } else {
                    Files.createFile(file);
                }
            }
        }
        final String words =
                forecast.of(
                        folder.resolve("package").toFile(),
                        SegmentationOptions.builder().optDevice(ComputeDevice.CPU).build(),
                        image(41, 30, 0));
        assertTrue(words.startsWith("1 slice in 1 tile of 48x32 px; a tile needs about "), words);
        assertEquals(
                "Tile size is 20 px, but the model 'small' takes only 8k px: try 16 or 24.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        forecast.of(
                                                folder.resolve("package").toFile(),
                                                SegmentationOptions.builder().optTile(20).build(),
                                                image(41, 30, 0)))
                        .getMessage());
    }

    /** A result that the model cannot give is told before anything runs. */
    @Test
    void anImageHasNoClasses() {
        final File fine = ReferencePackages.zip("superresolution_05").toFile();
        forecast.checkOutput(fine, OutputKind.PROBABILITIES);
        final String sentence =
                assertThrows(
                                UNetException.class,
                                () -> forecast.checkOutput(fine, OutputKind.INSTANCES))
                        .getMessage();
        assertTrue(sentence.endsWith(" Choose the result probabilities."), sentence);
        forecast.checkOutput(
                ReferencePackages.zip("nuclei_boundary_04").toFile(), OutputKind.INSTANCES);
    }
}
