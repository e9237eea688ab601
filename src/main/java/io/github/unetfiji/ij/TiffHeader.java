package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.io.FileInfo;
import ij.io.TiffDecoder;
import ij.plugin.FileInfoVirtualStack;
import io.github.unetfiji.UNetException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the header of a TIFF file says of its pages. It is checked before ImageJ reads the pixels, since ImageJ reads damaged and
 * strangely compressed files wrongly without a word.
 */
final class TiffHeader {

    private final Path file;
    private final FileInfo[] pages;
    private final long size;

    private TiffHeader(final Path file, final FileInfo[] pages, final long size) {
        this.file = file;
        this.pages = pages;
        this.size = size;
    }

    /**
     * The stack on disk; empty if it is not stored so that slices can be read one by one.
     *
     * @throws UNetException if it is no TIFF, or one that ImageJ would read wrongly
     */
    static Optional<ImagePlus> openVirtual(final Path file) {
        final TiffHeader header = read(file);
        header.checkReadable();
        header.checkComplete();
        return header.isVirtual()
                ? Optional.ofNullable(FileInfoVirtualStack.openVirtual(file.toString()))
                : Optional.empty();
    }

    private static TiffHeader read(final Path file) {
        final Path absolute = file.toAbsolutePath();
        final FileInfo[] pages;
        final long size;
        try {
            pages =
                    new TiffDecoder(
                                    absolute.getParent() + File.separator,
                                    absolute.getFileName().toString())
                            .getTiffInfo();
            size = Files.size(file);
        } catch (final IOException | RuntimeException e) {
            throw new UNetException(
                    "The file " + file + " is no TIFF that can be read: " + reason(e) + ".", e);
        }
        if (pages == null || pages.length == 0) {
            throw new UNetException("The file " + file + " is no TIFF that can be read.");
        }
        return new TiffHeader(file, pages, size);
    }

    /** Whether slices can be read one by one. */
    private boolean isVirtual() {
        final boolean stack = pages.length > 1 || pages[0].nImages > 1;
        return stack && pages[0].compression <= FileInfo.COMPRESSION_NONE;
    }

    /** NB: at a damaged file ImageJ often fails without a word. */
    private static String reason(final Exception e) {
        return e.getMessage() == null ? "it is damaged" : e.getMessage();
    }

    /**
     * ImageJ reads what is missing of a truncated file as zeros, without a word, and waits for ever for
     * what is missing of a compressed one.
     */
    private void checkComplete() {
        for (final FileInfo page : pages) {
            checkEnd(end(page));
        }
    }

    /** Where the last byte of the pixels lies in the file, or 0 if the header does not tell. */
    private static long end(final FileInfo page) {
        final boolean compressed = page.compression > FileInfo.COMPRESSION_NONE;
        final boolean strips = page.stripOffsets != null && page.stripLengths != null;
        if (compressed && !strips) {
            return 0;
        }
        if (!compressed && (!strips || page.stripOffsets.length == 1)) {
            final long plane = (long) page.width * page.height * page.getBytesPerPixel();
            return page.getOffset() + plane * page.nImages + page.getGap() * (page.nImages - 1L);
        }
        long end = 0;
        for (int i = 0; i < page.stripOffsets.length; i++) {
            end =
                    Math.max(
                            end,
                            Integer.toUnsignedLong(page.stripOffsets[i]) + page.stripLengths[i]);
        }
        return end;
    }

    /** ImageJ reads the bytes of a compression that it does not know as if they were pixels. */
    private void checkReadable() {
        for (final FileInfo page : pages) {
            if (page.width != pages[0].width || page.height != pages[0].height) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The file %s has pages of %dx%d and of %dx%d px, but all must be of"
                                        + " one size.",
                                file,
                                pages[0].width,
                                pages[0].height,
                                page.width,
                                page.height));
            }
            if (page.compression == FileInfo.COMPRESSION_UNKNOWN || isTooShort(page)) {
                throw new UNetException(
                        "The file "
                                + file
                                + " is compressed in a way that ImageJ cannot read: save it as an"
                                + " uncompressed TIFF.");
            }
        }
    }

    private static boolean isTooShort(final FileInfo page) {
        if (page.compression != FileInfo.COMPRESSION_NONE
                || page.stripLengths == null
                || page.stripLengths.length < 2) {
            return false;
        }
        final long bytes = Arrays.stream(page.stripLengths).asLongStream().sum();
        return bytes < (long) page.width * page.height * page.getBytesPerPixel();
    }

    private void checkEnd(final long end) {
        if (end > size) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The file %s is truncated: it has %d bytes, but its header speaks of"
                                    + " %d.",
                            file,
                            size,
                            end));
        }
    }
}
