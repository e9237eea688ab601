package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.unetfiji.segment.FoundObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectTableTest {

    @TempDir private Path folder;

    private static ResultsTable table(final ImagePlus image, final String name) {
        return ObjectTable.of(
                List.of(
                        new FoundObject(0, 1, 1, 12, 3.5, 4.25),
                        new FoundObject(1, 70000, 2, 7, 0, 1 / 3.0)),
                List.of("background", "cell", name),
                image);
    }

    @Test
    void numbersAreAsImageJWritesThem() throws IOException {
        final ImagePlus image = IJ.createImage("a", "8-bit black", 8, 8, 2);
        image.getCalibration().pixelWidth = 0.004;
        image.getCalibration().pixelHeight = 0.004;
        final ResultsTable table = table(image, "other");
        final Path file = folder.resolve("table.csv");
        table.saveAs(file.toString());
        assertEquals(Files.readString(file), ObjectTable.csv(table, image));
    }

    @Test
    void namesOfClassesAreNoFormulasAndBreakNoRow() {
        final ImagePlus image = IJ.createImage("a", "8-bit black", 8, 8, 2);
        assertEquals(
                """
                Id,Class,Slice,Area,X,Y
                1,cell,1,12,3.50,4.25
                70000,"'=HYPERLINK('x', 'y')",2,7,0.00,0.33
                """,
                ObjectTable.csv(table(image, "=HYPERLINK(\"x\",\n\"y\")"), image));
    }

    @Test
    void withoutObjectsThereAreHeadings() {
        final ImagePlus image = IJ.createImage("a", "8-bit black", 8, 8, 1);
        assertEquals("Id,Class,Slice,Area,X,Y\n", ObjectTable.csv(new ResultsTable(), image));
    }
}
