package io.github.unetfiji.ij.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFilesTest {

    @TempDir private Path folder;

    private Path touch(final String name) throws IOException {
        final Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, new byte[0]);
    }

    @Test
    void foldersOfAnnotations() throws IOException {
        final Path images = touch("images/a.tif").getParent();
        final Path labels = touch("labels/b.png").getParent();
        touch("labels/a.tif");
        touch("labels/notes.txt");
        final Path sets = touch("sets/b.roi").getParent();
        touch("sets/a.zip");
        assertEquals(
                List.of(labels.resolve("a.tif"), labels.resolve("b.png")),
                AnnotationFiles.list(labels, images));
        assertEquals(
                List.of(sets.resolve("a.zip"), sets.resolve("b.roi")),
                AnnotationFiles.list(sets, images));
        assertEquals(
                List.of(sets.resolve("a.zip")),
                AnnotationFiles.list(sets.resolve("a.zip"), images));
    }

    /** The images may have their ROI sets beside them. */
    @Test
    void setsBesideTheImages() throws IOException {
        final Path both = touch("both/a.tif").getParent();
        touch("both/a.zip");
        assertEquals(List.of(both.resolve("a.zip")), AnnotationFiles.list(both, both));
        assertEquals(
                "The folder "
                        + both
                        + " holds label images (such as a.tif) and ROI sets (such as a.zip), but must"
                        + " hold one or the other.",
                assertThrows(
                                UNetException.class,
                                () -> AnnotationFiles.list(both, folder.resolve("elsewhere")))
                        .getMessage());
    }

    @Test
    void noAnnotations() throws IOException {
        final Path other = touch("other/notes.txt").getParent();
        assertEquals(
                "The folder "
                        + other
                        + " holds no label image (tif, png, jpg, bmp, gif, pgm) and no ROI set (zip,"
                        + " roi).",
                assertThrows(UNetException.class, () -> AnnotationFiles.list(other, other))
                        .getMessage());
    }
}
