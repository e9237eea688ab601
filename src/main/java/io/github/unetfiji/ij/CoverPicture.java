package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The cover picture of a model package: PNG, JPEG, GIF or TIFF. It may be hostile, so its size is compared with a limit before
 * memory is taken for its pixels.
 */
public final class CoverPicture {

    private static final long MOST_PIXELS = 40_000_000;

    /** Longest side that is shown, in px. */
    private static final int SIDE = 640;

    private CoverPicture() {}

    /**
     * The first of some pictures that can be shown.
     *
     * @param files bytes of the pictures
     * @return an RGB image of at most 640 px a side; empty if there is none
     */
    public static Optional<ImagePlus> first(final List<byte[]> files, final String title) {
        return files.stream()
                .map(CoverPicture::read)
                .flatMap(Optional::stream)
                .map(picture -> new ImagePlus(title, new ColorProcessor(small(picture))))
                .findFirst();
    }

    /** NB: who cannot see the cover still reads the rest. Java's readers throw what they like at damaged files. */
    private static Optional<BufferedImage> read(final byte[] file) {
        try (ImageInputStream in =
                new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            final Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? read(readers.next(), in) : Optional.empty();
        } catch (final IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<BufferedImage> read(final ImageReader reader, final ImageInputStream in)
            throws IOException {
        try {
            reader.setInput(in, true, true);
            final int width = reader.getWidth(0);
            final int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS) {
                return Optional.empty();
            }
            final ImageReadParam every = reader.getDefaultReadParam();
            final int step = Math.max(1, Math.max(width, height) / (2 * SIDE));
            every.setSourceSubsampling(step, step, 0, 0);
            return Optional.of(reader.read(0, every));
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage small(final BufferedImage picture) {
        final double scale =
                Math.min(1, (double) SIDE / Math.max(picture.getWidth(), picture.getHeight()));
        final int width = Math.max(1, (int) Math.round(scale * picture.getWidth()));
        final int height = Math.max(1, (int) Math.round(scale * picture.getHeight()));
        final BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        final Graphics2D graphics = small.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }
}
