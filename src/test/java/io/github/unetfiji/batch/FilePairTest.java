package io.github.unetfiji.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.IJ;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImageFiles;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilePairTest {

    @TempDir private Path folder;

    private static FilePair.Group group(final String word, final String... names) {
        return new FilePair.Group(
                word, new File(word + "s"), Arrays.stream(names).map(Path::of).toList());
    }

    private static List<String> pairs(final FilePair.Group first, final FilePair.Group second) {
        return FilePair.of(first, second).stream()
                .map(pair -> pair.first() + "+" + pair.second())
                .toList();
    }

    @Test
    void filesOfOneNameBelongTogether() {
        assertEquals(
                List.of("A.tif+a.png", "b.tif+B.png"),
                pairs(group("image", "A.tif", "b.tif"), group("label", "B.png", "a.png")));
    }

    @Test
    void otherNamesBelongTogetherInTheirOrder() {
        assertEquals(
                List.of("a-p.tif+a-t.tif", "b-p.tif+b-t.tif"),
                pairs(group("image", "a-p.tif", "b-p.tif"), group("label", "a-t.tif", "b-t.tif")));
        assertEquals(
                List.of("a.tif+a.png", "a.jpg+c.png"),
                pairs(group("image", "a.tif", "a.jpg"), group("label", "a.png", "c.png")));
    }

    @Test
    void asManyOnBothSides() {
        assertEquals(
                "There are 2 image file(s) in images, but 1 label file(s) in labels.",
                assertThrows(
                                UNetException.class,
                                () ->
                                        FilePair.of(
                                                group("image", "a.tif", "b.tif"),
                                                group("label", "a.tif")))
                        .getMessage());
    }

    @Test
    void theShapeOfBoth() {
        ImageFiles.writeTiff(IJ.createImage("a", "8-bit ramp", 8, 6, 2), folder.resolve("a.tif"));
        ImageFiles.writeTiff(IJ.createImage("b", "8-bit ramp", 8, 5, 2), folder.resolve("b.tif"));
        final FilePair same = new FilePair(folder.resolve("a.tif"), folder.resolve("a.tif"));
        same.checkSameShape();
        final FilePair other = new FilePair(folder.resolve("a.tif"), folder.resolve("b.tif"));
        assertEquals(
                "The image "
                        + folder.resolve("a.tif")
                        + " has 8x6 px in 2 slice(s), but its labels "
                        + folder.resolve("b.tif")
                        + " have 8x5 px in 2 slice(s).",
                assertThrows(UNetException.class, other::checkSameShape).getMessage());
    }
}
