package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.bioimageio.ReferencePackages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages of other programs in macros: as zip and as folder, in every segmenting command. */
class ForeignMacrosTest {

    private static final String NUCLEI = "nuclei_boundary_04";
    private static final String FINE = "superresolution_05";
    private static final String WRONG = "wrong_test_output_05";

    private static final String IMAGE =
            "newImage('a', '32-bit noise', 72, 40, 1); run('Properties...', 'unit=nm pixel_width=6"
                    + " pixel_height=8 voxel_depth=1');";

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        for (final String name : List.of(NUCLEI, FINE, WRONG)) {
            Files.copy(ReferencePackages.zip(name), folder.resolve(name + ".zip"));
        }
        unpack(folder.resolve(NUCLEI + ".zip"), folder.resolve("unpacked"));
        Files.createDirectories(folder.resolve("in"));
        Files.createDirectories(folder.resolve("into"));
        outcomes =
                new Macros(folder)
                        .add(
                                "files",
                                IMAGE
                                        + "saveAs('tiff', '$/in/a.tif');"
                                        + "run('U-Net Segment Files...', 'input=$/in into=$/into"
                                        + " model=$/unpacked output=probabilities');"
                                        + "run('U-Net Segment Files...', 'input=$/in into=$/into"
                                        + " model=$/unpacked output=probabilities resume trust');")
                        .add(
                                "fine",
                                IMAGE
                                        + "run('U-Net Segment...', 'model=$/superresolution_05.zip"
                                        + " scale=off');"
                                        + "getPixelSize(unit, w, h);"
                                        + "print(getWidth(), getHeight(), w, h, unit, bitDepth());")
                        .add(
                                "fineFile",
                                "newImage('a', '32-bit ramp', 40, 40, 1);"
                                        + " run('Multiply...', 'value=500'); saveAs('tiff', '$/ramp.tif');"
                                        + "run('U-Net Segment Files...', 'input=$/ramp.tif into=$/into"
                                        + " model=$/superresolution_05.zip');"
                                        + "open('$/into/ramp-probabilities.tif');"
                                        + "getMinAndMax(least, most); getStatistics(n, mean, min, max);"
                                        + "if (abs(least - minOf(min, 0)) < 0.1 && abs(most - maxOf(max, 1)) < 0.1"
                                        + " && max > 2) print('whole');")
                        .add(
                                "foreground",
                                IMAGE
                                        + "saveAs('tiff', '$/b.tif');"
                                        + "run('U-Net Segment...', 'model=$/nuclei_boundary_04.zip');"
                                        + "Stack.setChannel(1); getStatistics(n, mean, min, max);"
                                        + "t = d2s((min + max) / 2, 4); selectImage('b.tif');"
                                        + "run('U-Net Segment...', 'model=$/nuclei_boundary_04.zip"
                                        + " output=classes threshold=' + t);"
                                        + "saveAs('tiff', '$/foreground.tif');"
                                        + "run('U-Net Evaluate Model...', 'model=$/nuclei_boundary_04.zip"
                                        + " images=$/b.tif labels=$/foreground.tif metrics=pixel"
                                        + " threshold=' + t);"
                                        + "error = Table.get('Pixel error', 0); print(error);"
                                        + "if (error < 0.1) print('the foreground');")
                        .add(
                                "evaluateImage",
                                IMAGE
                                        + "run('U-Net Evaluate Model...', 'model=$/superresolution_05.zip"
                                        + " images=$/in labels=$/in');")
                        .add(
                                "license",
                                IMAGE
                                        + "run('U-Net Train...', 'image=a labels=a model=$/t.zip"
                                        + " start=$/nuclei_boundary_04.zip license=MIT');")
                        .add(
                                "trustedStart",
                                IMAGE
                                        + "run('U-Net Train...', 'image=a labels=a model=$/t.zip"
                                        + " start=$/wrong_test_output_05.zip trust license=cc0-1.0');")
                        .add(
                                "noClasses",
                                IMAGE
                                        + "run('U-Net Segment...', 'model=$/superresolution_05.zip"
                                        + " output=instances');")
                        .add(
                                "wrong",
                                IMAGE
                                        + "run('U-Net Segment...', 'model=$/wrong_test_output_05.zip');")
                        .add(
                                "trusted",
                                IMAGE
                                        + "run('U-Net Segment...',"
                                        + " 'model=$/wrong_test_output_05.zip trust');"
                                        + "print(getWidth());")
                        .add(
                                "tune",
                                IMAGE
                                        + "run('U-Net Evaluate Model...', 'model=$/nuclei_boundary_04.zip"
                                        + " images=$/in labels=$/in tune');")
                        .add(
                                "evaluate",
                                "newImage('l', '8-bit black', 72, 40, 1); makeRectangle(9, 9, 20, 20);"
                                        + " run('Set...', 'value=1'); run('Select None');"
                                        + " saveAs('tiff', '$/l.tif');"
                                        + "run('U-Net Evaluate Model...', 'model=$/nuclei_boundary_04.zip"
                                        + " images=$/in/a.tif labels=$/l.tif kind=classes');"
                                        + "print(Table.size);")
                        .run();
    }

    private static void unpack(final Path zip, final Path into) throws IOException {
        Files.createDirectories(into);
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    final Path file = into.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }

    private static void says(final String name, final String line) {
        final Macros.Outcome outcome = outcomes.get(name);
        assertEquals("", outcome.failure());
        assertTrue(
                outcome.lines().stream().anyMatch(one -> one.contains(line)),
                () -> outcome.lines().toString());
    }

    private static void fails(final String name, final String sentence) {
        final String failure = outcomes.get(name).failure();
        assertTrue(failure.contains(sentence), failure);
    }

    /** The second run knows the results of the first again, although the model is a folder. */
    @Test
    void aFolderSegmentsFiles() {
        says("files", "The package 'nuclei boundary 04' reproduces its own test");
        says("files", "1 were finished already");
        assertTrue(Files.exists(folder.resolve("into/a-probabilities.tif")));
    }

    @Test
    void aSuperResolutionHasSmallerPixels() {
        says("fine", "144 80 3 4 nm 32");
    }

    /** Values of any range can be seen when the file is opened. */
    @Test
    void aFileHasTheRangeOfItsValues() {
        says("fineFile", "whole");
    }

    /** With trust, what fails is the labels: nothing of the package. */
    @Test
    void aPackageToStartFromKeepsItsLicenceAndMayBeTrusted() {
        fails(
                "license",
                "license is 'MIT', but what goes on from the model 'nuclei boundary 04' of another program"
                        + " keeps its licence, CC0-1.0: leave it out.");
        final Macros.Outcome trusted = outcomes.get("trustedStart");
        assertTrue(trusted.lines().stream().anyMatch(line -> line.contains("it is trusted")));
        assertFalse(trusted.failure().contains("license"), trusted.failure());
    }

    @Test
    void anImageHasNoObjects() {
        fails("evaluateImage", "cannot be evaluated by labels: The output 'fine' of the model");
        fails("noClasses", "use output=probabilities");
    }

    @Test
    void aPackageThatFailsItsTestMustBeTrusted() {
        fails("wrong", "it is used all the same");
        says("trusted", "144");
    }

    /** The classes are the foreground above the threshold, so as a truth they leave hardly an error (where cells touch). */
    @Test
    void cellsAreEvaluatedByTheForeground() {
        says("foreground", "the foreground");
    }

    @Test
    void evaluating() {
        fails(
                "tune",
                "tune was given, but the model 'nuclei boundary 04' is one of another program");
        says("evaluate", "1");
    }
}
