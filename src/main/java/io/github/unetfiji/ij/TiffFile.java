package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.VirtualStack;
import ij.io.FileInfo;
import ij.io.FileSaver;
import ij.io.TiffEncoder;
import io.github.unetfiji.file.AtomicFile;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes TIFF files plane by plane, by ImageJ's own encoder.
 *
 * <p>Up to 4 GB every plane has a directory of its own. A larger file is no BigTIFF, which ImageJ (1.54p)
 * cannot read, but ImageJ's form of large stacks: one directory, and the planes one after the other. ImageJ
 * and Fiji open it at any size, also as a virtual stack; other programs see the first plane.
 */
final class TiffFile {

    private static final int BUFFER = 1 << 20;

    private TiffFile() {}

    /**
     * Writes a file whole or not at all.
     *
     * @throws io.github.unetfiji.UNetException if it cannot be written, or the disk has no room for it
     */
    static void write(final ImagePlus image, final Path file) {
        AtomicFile.write(
                file,
                temporary -> {
                    checkRoom(bytes(image), Files.getFileStore(temporary).getUsableSpace());
                    try (OutputStream out = Files.newOutputStream(temporary)) {
                        write(image, out);
                    }
                });
    }

    /** Bytes of all pixels. */
    private static long bytes(final ImagePlus image) {
        return (long) image.getWidth()
                * image.getHeight()
                * image.getStackSize()
                * (image.getBitDepth() / Byte.SIZE);
    }

    /** NB: some file systems do not know their room, and say 0. */
    static void checkRoom(final long needed, final long usable) throws IOException {
        if (usable > 0 && needed > usable) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "%d MB are needed, but only %d MB of the disk are free",
                            (needed >> 20) + 1,
                            usable >> 20));
        }
    }

    /**
     * Writes the bytes of a file; the planes of a virtual stack are asked for in their order.
     *
     * <p>NB: like {@link FileSaver}, which would show an error of the disk in a window of its own and keep
     * what it is.
     */
    static void write(final ImagePlus image, final OutputStream out) throws IOException {
        final FileSaver saver = new FileSaver(image);
        final FileInfo info = image.getFileInfo();
        info.description = saver.getDescriptionString();
        info.info = image.getInfoProperty();
        info.properties = image.getPropertiesAsArray();
        info.sliceLabels = labels(image);
        if (image.getStack() instanceof VirtualStack stack) {
            info.virtualStack = stack;
        }
        if (image.isComposite()) {
            saver.saveDisplayRangesAndLuts(image, info);
        }
        final DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
        new TiffEncoder(info).write(data);
        data.flush();
    }

    private static String[] labels(final ImagePlus image) {
        final String[] labels = new String[image.getStackSize()];
        for (int i = 1; i <= labels.length; i++) {
            labels[i - 1] = SliceLabels.of(image, i);
        }
        return labels;
    }
}
