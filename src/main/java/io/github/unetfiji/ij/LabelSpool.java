package io.github.unetfiji.ij;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.TemporaryFile;
import io.github.unetfiji.stack.PlaneSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Label maps in a temporary file, until the largest id is known and decides whether they need 16 or 32 bits.
 *
 * <p>Closing this removes the file.
 */
public final class LabelSpool implements PlaneSource, AutoCloseable {

    private final int width;
    private final int height;
    private final int slices;
    private final TemporaryFile file;
    private final FileChannel channel;
    private final ByteBuffer bytes;

    private int largest;

    private LabelSpool(final PlaneSource ids, final Path target) throws IOException {
        width = ids.width();
        height = ids.height();
        slices = ids.slices();
        bytes = ByteBuffer.allocate(Math.multiplyExact(width, Integer.BYTES));
        file = TemporaryFile.beside(target);
        channel = open(file);
    }

    private static FileChannel open(final TemporaryFile file) throws IOException {
        try {
            return FileChannel.open(file.path(), StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (final IOException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Writes all planes to a temporary file.
     *
     * @param ids int[] planes of ids, one a slice
     * @param target file of the result; the temporary file lies beside it
     * @throws UNetException if the disk is full or not writable; nothing is left behind
     */
    public static LabelSpool of(final PlaneSource ids, final Path target) {
        final LabelSpool spool;
        try {
            spool = new LabelSpool(ids, target);
        } catch (final IOException e) {
            throw unwritable(target, e);
        }
        boolean whole = false;
        try {
            spool.fill(ids);
            whole = true;
            return spool;
        } catch (final IOException e) {
            throw unwritable(target, e);
        } finally {
            if (!whole) {
                spool.close();
            }
        }
    }

    private static UNetException unwritable(final Path target, final IOException e) {
        return new UNetException(
                "Cannot write label maps beside " + target + ": " + e.getMessage() + ".", e);
    }

    private void fill(final PlaneSource ids) throws IOException {
        TiffFile.checkRoom(
                (long) width * height * slices * (Integer.BYTES + Short.BYTES),
                Files.getFileStore(file.path()).getUsableSpace());
        for (int slice = 0; slice < slices; slice++) {
            final int[] plane = (int[]) ids.plane(slice, 0);
            for (int y = 0; y < height; y++) {
                bytes.clear();
                bytes.asIntBuffer().put(plane, y * width, width);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            largest = Math.max(largest, LabelPixels.largest(plane));
        }
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int slices() {
        return slices;
    }

    @Override
    public int channels() {
        return 1;
    }

    /** Short[] if all ids of all planes fit, or else float[]. */
    @Override
    public Object plane(final int slice, final int c) {
        final int[] ids = new int[width * height];
        try {
            channel.position((long) slice * ids.length * Integer.BYTES);
            for (int y = 0; y < height; y++) {
                bytes.clear();
                while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                    // NB: a channel may read less than it is asked for.
                }
                bytes.flip();
                bytes.asIntBuffer().get(ids, y * width, width);
            }
        } catch (final IOException e) {
            throw new UNetException("The label map beside the result cannot be read again.", e);
        }
        return LabelPixels.pixels(ids, largest);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (final IOException e) {
            throw new UNetException("The label map beside the result cannot be closed.", e);
        } finally {
            file.close();
        }
    }
}
