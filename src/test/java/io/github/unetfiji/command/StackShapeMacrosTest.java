package io.github.unetfiji.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.Models;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of a stack of several slices and frames have its sliders, and the labels of its slices. */
class StackShapeMacrosTest {

    private static final String INPUT =
            """
            newImage("stack", "8-bit noise", 40, 36, 6);
            run("Stack to Hyperstack...", "order=xyczt(default) channels=1 slices=3 frames=2 display=Grayscale");
            for (i = 1; i <= 6; i++) { setSlice(i); setMetadata("Label", "section " + i + ".tif"); }
            saveAs("tiff", "$/stack.tif");
            rename("stack");
            """;

    private static final String SHAPE =
            """

            function shape(name) {
              getDimensions(w, h, c, z, t);
              last = c * z * t;
              Stack.setPosition(c, z, t);
              print(name + ": c" + c + " z" + z + " t" + t + " " + Property.getSliceLabel(last) + " | " + is("hyperstack"));
            }
            """;

    private static final String MEMORY =
            INPUT
                    + """
            outputs = newArray("probabilities", "classes", "instances", "uncertainty");
            for (j = 0; j < 4; j++) {
              selectImage("stack");
              more = "";
              if (j == 3) more = " averaging=rotations";
              run("U-Net Segment...", "model=$/tiny.zip output=" + outputs[j] + more);
              shape(outputs[j]);
            }
            selectImage("stack");
            run("Duplicate...", "title=labels duplicate");
            run("Macro...", "code=[v = 1 + (x > 20)] stack");
            run("U-Net Weight Map...", "image=labels border=0");
            shape("weights");
            run("U-Net Evaluate...", "prediction=stack-probabilities truth=labels threshold=0.5 plot=false picture");
            shape("mistakes");
            """
                    + SHAPE;

    private static final String FILES =
            """
            File.makeDirectory("$/into");
            outputs = newArray("probabilities", "classes", "instances", "uncertainty");
            for (j = 0; j < 4; j++) {
              more = "";
              if (j == 3) more = " averaging=rotations";
              run("U-Net Segment Files...", "input=$/stack.tif into=$/into model=$/tiny.zip output=" + outputs[j] + more);
              open("$/into/stack-" + outputs[j] + ".tif");
              shape(outputs[j]);
            }
            """
                    + SHAPE;

    @TempDir private static Path folder;

    private static Map<String, Macros.Outcome> outcomes;

    @BeforeAll
    static void run() throws IOException, InterruptedException {
        ModelPackage.write(Models.tiny(1, 2, "slice"), folder.resolve("tiny.zip"));
        outcomes = new Macros(folder).add("memory", MEMORY).add("files", FILES).run();
    }

    private static final List<String> RESULTS =
            List.of(
                    "probabilities: c2 z3 t2 class 1: section 6.tif | 1",
                    "classes: c1 z3 t2 section 6.tif | 1",
                    "instances: c1 z3 t2 section 6.tif | 1",
                    "uncertainty: c1 z3 t2 section 6.tif | 1");

    @Test
    void inMemory() {
        assertEquals("", outcomes.get("memory").failure());
        final List<String> lines =
                outcomes.get("memory").lines().stream()
                        .filter(line -> line.contains(" | "))
                        .toList();
        assertEquals(RESULTS, lines.subList(0, 4));
        assertEquals("weights: c1 z3 t2 section 6.tif | 1", lines.get(4));
        assertEquals(
                "mistakes: c1 z3 t2 slice 6 (section 6.tif): ",
                lines.get(5).substring(0, lines.get(5).indexOf("): ") + 3));
        assertEquals(" | 1", lines.get(5).substring(lines.get(5).length() - 4));
    }

    @Test
    void inFiles() {
        assertEquals("", outcomes.get("files").failure());
        assertEquals(
                RESULTS,
                outcomes.get("files").lines().stream()
                        .filter(line -> line.contains(" | "))
                        .toList());
        final ImagePlus first = IJ.openImage(folder.resolve("into/stack-probabilities.tif") + "");
        assertEquals("background: section 1.tif", first.getStack().getSliceLabel(1));
        assertEquals("class 1: section 1.tif", first.getStack().getSliceLabel(2));
        assertEquals("background: section 2.tif", first.getStack().getSliceLabel(3));
    }
}
