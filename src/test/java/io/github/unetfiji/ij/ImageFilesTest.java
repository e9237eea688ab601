package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ShortProcessor;
import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.stack.PlaneSource;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFilesTest {

    @TempDir private Path folder;

    private static ImagePlus image(final int slices) {
        final ImageStack stack = new ImageStack(40, 30);
        for (int z = 0; z < slices; z++) {
            final short[] pixels = new short[1200];
            Arrays.fill(pixels, (short) (1000 + z));
            stack.addSlice(new ShortProcessor(40, 30, pixels, null));
        }
        return new ImagePlus("image", stack);
    }

    private Path write(final String name, final int slices) {
        final Path file = folder.resolve(name);
        ImageFiles.writeTiff(image(slices), file);
        return file;
    }

    @Test
    void aStackStaysOnDisk() {
        final ImagePlus read = ImageFiles.open(write("stack.tif", 3));
        assertTrue(read.getStack().isVirtual());
        assertEquals(3, read.getStackSize());
        assertEquals(1002, ImagePlusSlices.of(read).slice(2)[7]);
        assertEquals(1000, ImagePlusSlices.of(read).slice(0)[7]);
    }

    @Test
    void aSingleSlice() {
        final ImagePlus read = ImageFiles.open(write("one.TIFF", 1));
        assertEquals(1, read.getStackSize());
        assertEquals(1000, ImagePlusSlices.of(read).slice(0)[7]);
    }

    @Test
    void aPng() throws IOException {
        final Path file = folder.resolve("image.png");
        final BufferedImage png = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
        png.getRaster().setSample(1, 1, 0, 77);
        ImageIO.write(png, "png", file.toFile());
        assertArrayEquals(
                new float[] {0, 0, 0, 0, 77, 0},
                ImagePlusSlices.of(ImageFiles.open(file)).slice(0));
    }

    @Test
    void missing() {
        final Path file = folder.resolve("none.tif");
        assertRefused(file, "The image " + file + " does not exist.");
        assertRefused(folder, "The image " + folder + " is a folder, not a file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text.png", "text.jpg", "text.gif", "text.pgm", "text"})
    void notAnImage(final String name) throws IOException {
        final Path file = Files.writeString(folder.resolve(name), "no image, only text\n");
        assertRefused(file, "The file " + file + " is no image that can be read.");
    }

    @Test
    void anEmptyFile() throws IOException {
        for (final String name : List.of("empty.tif", "empty.png")) {
            final Path file = Files.createFile(folder.resolve(name));
            assertRefused(file, "The file " + file + " is empty: it has 0 bytes.");
        }
        final Path one = Files.writeString(folder.resolve("one.tif"), "x");
        assertRefused(one, "The file " + one + " is no TIFF that can be read: it is damaged.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "no image, only text\n", "II*\0\0\0\0\0", "II*\0\u0008\0\0\0"})
    void notATiff(final String content) throws IOException {
        final Path file = Files.writeString(folder.resolve("text.tif"), content);
        final String message =
                assertThrows(UNetException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(
                message.startsWith("The file " + file + " is no TIFF that can be read"), message);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void aTruncatedTiff(final int slices) throws IOException {
        final Path file = write("stack.tif", slices);
        final byte[] bytes = Files.readAllBytes(file);
        final int pixels = 2 * 1200 * slices;
        for (final int length : new int[] {bytes.length / 2, bytes.length - 1200}) {
            Files.write(file, Arrays.copyOf(bytes, length));
            final String message =
                    assertThrows(UNetException.class, () -> ImageFiles.open(file)).getMessage();
            assertTrue(
                    message.matches(
                            "The file .* is truncated: it has "
                                    + length
                                    + " bytes, but its header speaks of \\d+\\."),
                    message + pixels);
        }
    }

    /** Ten strips of three rows; ImageJ would read those that are missing as black. */
    @Test
    void aTruncatedTiffOfStrips() throws IOException {
        final Path file = folder.resolve("strips.tif");
        final byte[] bytes = strips();
        Files.write(file, bytes);
        assertEquals(9, ImagePlusSlices.of(ImageFiles.open(file)).slice(0)[1199]);
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        assertRefused(
                file,
                "The file "
                        + file
                        + " is truncated: it has "
                        + (bytes.length - 100)
                        + " bytes, but its header speaks of "
                        + bytes.length
                        + ".");
    }

    /** ImageJ would wait for ever for the rest of a compressed strip. */
    @Test
    void aTruncatedCompressedTiff() throws IOException {
        final Path file = folder.resolve("zip.tif");
        final byte[] bytes = strips();
        final int compressionValue = 8 + 2 + 3 * 12 + 8;
        bytes[compressionValue] = 8;
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
        final String message =
                assertThrows(UNetException.class, () -> ImageFiles.open(file)).getMessage();
        assertTrue(message.contains("is truncated"), message);
    }

    /** An 8-bit TIFF of 40x30 px in ten strips, the pixels of strip i being i. */
    private static byte[] strips() {
        final int tags = 9;
        final int offsets = 8 + 2 + 12 * tags + 4;
        final int counts = offsets + 40;
        final int data = counts + 40;
        final ByteBuffer tiff = ByteBuffer.allocate(data + 1200).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) tags);
        tag(tiff, 256, 1, 40);
        tag(tiff, 257, 1, 30);
        tag(tiff, 258, 1, 8);
        tag(tiff, 259, 1, 1);
        tag(tiff, 262, 1, 1);
        tag(tiff, 273, 10, offsets);
        tag(tiff, 277, 1, 1);
        tag(tiff, 278, 1, 3);
        tag(tiff, 279, 10, counts);
        tiff.putInt(0);
        for (int i = 0; i < 10; i++) {
            tiff.putInt(data + 120 * i);
        }
        for (int i = 0; i < 10; i++) {
            tiff.putInt(120);
        }
        for (int i = 0; i < 1200; i++) {
            tiff.put((byte) (i / 120));
        }
        return tiff.array();
    }

    private static void tag(final ByteBuffer tiff, final int id, final int count, final int value) {
        tiff.putShort((short) id).putShort((short) 4).putInt(count).putInt(value);
    }

    private static void assertRefused(final Path file, final String sentence) {
        assertEquals(
                sentence,
                assertThrows(UNetException.class, () -> ImageFiles.open(file)).getMessage());
    }

    /** What ImageJ would read as pixels of the wrong size, or as noise. */
    @Test
    void tiffsThatImageJMisreads() throws IOException {
        final Path sizes = folder.resolve("sizes.tif");
        writeTiff(sizes, null, gray(20, 10), gray(5, 8));
        assertRefused(
                sizes,
                "The file "
                        + sizes
                        + " has pages of 20x10 and of 5x8 px, but all must be of one size.");
        final Path jpeg = folder.resolve("jpeg.tif");
        writeTiff(jpeg, "JPEG", new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_GRAY));
        assertRefused(
                jpeg,
                "The file "
                        + jpeg
                        + " is compressed in a way that ImageJ cannot read: save it as an uncompressed"
                        + " TIFF.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "bmp", "gif"})
    void aTruncatedImage(final String format) throws IOException {
        final Path file = folder.resolve("half." + format);
        ImageIO.write(gray(60, 60), format, file.toFile());
        final byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(file, "The file " + file + " is no image that can be read.");
    }

    private static BufferedImage gray(final int width, final int height) {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < width * height; i++) {
            image.getRaster().setSample(i % width, i / width, 0, i * 37 % 256);
        }
        return image;
    }

    private static void writeTiff(
            final Path file, final String compression, final BufferedImage... pages)
            throws IOException {
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        final ImageWriteParam settings = writer.getDefaultWriteParam();
        if (compression != null) {
            settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            settings.setCompressionType(compression);
        }
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (final BufferedImage page : pages) {
                writer.writeToSequence(new IIOImage(page, null, null), settings);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
    }

    @Test
    void theImagesOfAFolderInTheOrderOfTheirNames() throws IOException {
        for (final String name :
                List.of(
                        "b.tif",
                        "a.PNG",
                        "c.jpeg",
                        ".hidden.tif",
                        "notes.txt",
                        "tif",
                        "b.tif.zip")) {
            Files.createFile(folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("d.tif"));
        assertEquals(
                List.of("a.PNG", "b.tif", "c.jpeg"),
                ImageFiles.list(folder).stream().map(p -> p.getFileName().toString()).toList());
        assertEquals(
                List.of(folder.resolve("notes.txt")), ImageFiles.list(folder.resolve("notes.txt")));
        assertEquals("b.tif", ImageFiles.baseName(folder.resolve("b.tif.zip")));
        assertEquals(".x", ImageFiles.baseName(Path.of(".x")));
    }

    @Test
    void nothingToList() {
        assertEquals(
                "The folder " + folder + " holds no image (tif, png, jpg, bmp, gif, pgm).",
                assertThrows(UNetException.class, () -> ImageFiles.list(folder)).getMessage());
        final Path none = folder.resolve("none");
        assertEquals(
                "The file or folder " + none + " does not exist.",
                assertThrows(UNetException.class, () -> ImageFiles.list(none)).getMessage());
    }

    @Test
    void cancellingWhileWritingLeavesNothing() throws IOException {
        final PlaneSource cancelled =
                new PlaneSource() {
                    @Override
                    public int width() {
                        return 4;
                    }

                    @Override
                    public int height() {
                        return 3;
                    }

                    @Override
                    public int slices() {
                        return 3;
                    }

                    @Override
                    public int channels() {
                        return 1;
                    }

                    @Override
                    public Object plane(final int slice, final int channel) {
                        if (slice == 2) {
                            throw new CancelledException();
                        }
                        return new float[12];
                    }
                };
        final ImagePlus result = ResultImage.streamed(cancelled, image(3), "result", List.of());
        assertThrows(
                CancelledException.class,
                () -> ImageFiles.writeTiff(result, folder.resolve("result.tif")));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void anUnwritableTarget() {
        final Path target = folder.resolve("none/a.tif");
        assertEquals(
                "Cannot write "
                        + target
                        + ": the folder "
                        + folder.resolve("none")
                        + " does not exist.",
                assertThrows(UNetException.class, () -> ImageFiles.writeTiff(image(1), target))
                        .getMessage());
    }

    /** NB: zip compression is what many programs write; ImageJ reads it whole. */
    @Test
    void whatImageJSavesItselfIsRead() {
        final Path file = folder.resolve("saved.tif");
        assertTrue(new FileSaver(image(2)).saveAsTiffStack(file.toString()));
        assertEquals(1001, ImagePlusSlices.of(ImageFiles.open(file)).slice(1)[0]);
    }
}
