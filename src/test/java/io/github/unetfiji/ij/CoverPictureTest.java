package io.github.unetfiji.ij;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cover pictures of packages, good and bad ones. */
class CoverPictureTest {

    private static byte[] picture(final String format, final int width, final int height)
            throws IOException {
        final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                image.setRGB(x, y, x < width / 2 ? 0xff0000 : 0x0000ff);
            }
        }
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes), format);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "tiff"})
    void showsPicturesOfTheUsualFormats(final String format) throws IOException {
        final ImagePlus cover =
                CoverPicture.first(List.of(picture(format, 40, 20)), "cover").orElseThrow();
        assertEquals(40, cover.getWidth());
        assertEquals(20, cover.getHeight());
        final int[] left = cover.getProcessor().getPixel(5, 10, null);
        final int[] right = cover.getProcessor().getPixel(34, 10, null);
        assertTrue(left[0] > 200 && left[2] < 60, Arrays.toString(left));
        assertTrue(right[0] < 60 && right[2] > 200, Arrays.toString(right));
    }

    @Test
    void aLargeOneIsShownSmaller() throws IOException {
        final ImagePlus cover =
                CoverPicture.first(List.of(picture("png", 3000, 1500)), "cover").orElseThrow();
        assertEquals(640, cover.getWidth());
        assertEquals(320, cover.getHeight());
    }

    @Test
    void oneThatCannotBeReadIsPassedOver() throws IOException {
        final byte[] good = picture("png", 8, 8);
        final byte[] half = Arrays.copyOf(picture("png", 300, 300), 60);
        final byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        assertEquals(
                8, CoverPicture.first(List.of(text, half, good), "c").orElseThrow().getWidth());
        assertTrue(CoverPicture.first(List.of(text, half, new byte[0]), "c").isEmpty());
    }

    /** NB: 60000 x 60000 px in a file of a hundred bytes. */
    @Test
    void oneThatClaimsTooManyPixelsIsNotRead() throws IOException {
        final byte[] huge = picture("png", 8, 8);
        for (final int at : new int[] {16, 20}) {
            huge[at + 2] = (byte) 0xea;
            huge[at + 3] = 0x60;
        }
        final CRC32 sum = new CRC32();
        sum.update(huge, 12, 17);
        for (int i = 0; i < 4; i++) {
            huge[29 + i] = (byte) (sum.getValue() >> (24 - 8 * i));
        }
        assertTrue(CoverPicture.first(List.of(huge), "c").isEmpty());
    }
}
