package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SliceLabelsTest {

    @TempDir private Path folder;

    private static ImagePlus image(final int channels, final String... labels) {
        final ImageStack stack = new ImageStack(4, 3);
        for (final String label : labels) {
            stack.addSlice(label, new ByteProcessor(4, 3));
        }
        final ImagePlus image = new ImagePlus("image", stack);
        image.setDimensions(channels, labels.length / channels, 1);
        return image;
    }

    @Test
    void ofOneChannelTheyAreTheImages() {
        final SliceLabels labels = new SliceLabels(image(1, "a.tif\nmore", null, " "), List.of());
        assertEquals("a.tif\nmore", labels.of(0));
        assertNull(labels.of(1));
        assertNull(labels.of(2));
    }

    @Test
    void channelsAreNamed() {
        final SliceLabels labels = new SliceLabels(image(1, "a", null), List.of("back", "cell"));
        assertEquals("back: a", labels.of(0));
        assertEquals("cell: a", labels.of(1));
        assertEquals("back", labels.of(2));
        assertEquals("cell", labels.of(3));
    }

    @Test
    void labelsOfSeveralChannelsAreOne() {
        final ImagePlus image = image(2, "DAPI", "GFP", "same", "same", null, "GFP");
        assertEquals(Optional.of("DAPI; GFP"), SliceLabels.slice(image, 0));
        assertEquals(Optional.of("same"), SliceLabels.slice(image, 1));
        assertEquals(Optional.of("GFP"), SliceLabels.slice(image, 2));
        assertEquals(Optional.empty(), SliceLabels.slice(image, 3));
    }

    @Test
    void theDescriptionOfAnImageIsNoLabel() {
        final ImagePlus plain = new ImagePlus("plain", new ByteProcessor(4, 3));
        plain.setProperty("Info", "exposure 3 s");
        assertEquals(Optional.empty(), SliceLabels.slice(plain, 0));
        assertEquals(Optional.of("a"), SliceLabels.slice(image(1, "a"), 0));
    }

    @Test
    void filesKeepThem() {
        for (final boolean streamed : new boolean[] {true, false}) {
            for (final ImagePlus like : List.of(image(1, "only"), image(1, null, "second", null))) {
                final int slices = like.getStackSize();
                final NumberedPlanes planes = new NumberedPlanes(4, 3, slices, 1, false);
                final Path file = folder.resolve("a.tif");
                ImageFiles.writeTiff(
                        streamed
                                ? ResultImage.streamed(planes, like, "result", List.of())
                                : ResultImage.of(planes, like, "result", List.of()),
                        file);
                for (final ImagePlus read :
                        List.of(IJ.openImage(file.toString()), ImageFiles.open(file))) {
                    for (int z = 0; z < slices; z++) {
                        assertEquals(SliceLabels.slice(like, z), SliceLabels.slice(read, z));
                    }
                }
            }
        }
    }
}
