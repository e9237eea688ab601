package io.github.unetfiji.report;

import ij.process.ImageProcessor;
import j2html.TagCreator;
import j2html.tags.specialized.ImgTag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures that lie within a page. */
final class Png {

    private Png() {}

    /**
     * A picture of its own size.
     *
     * @param alternative what it shows, for those who cannot see it
     */
    static ImgTag img(final ImageProcessor picture, final String alternative) throws IOException {
        return TagCreator.img()
                .withSrc("data:image/png;base64," + encode(picture))
                .withAlt(alternative)
                .withWidth(Integer.toString(picture.getWidth()))
                .withHeight(Integer.toString(picture.getHeight()));
    }

    private static String encode(final ImageProcessor picture) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture.getBufferedImage(), "png", out)) {
                throw new IOException("this Java writes no PNG");
            }
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
