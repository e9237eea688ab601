package io.github.unetfiji.ij.roi;

import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.BoundedZipStream;
import io.github.unetfiji.file.ReadableFile;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/** Reads and writes the files of the ROI Manager: one ROI ({@code .roi}), or a set of them ({@code .zip}). */
public final class RoiFiles {

    private static final String ROI = ".roi";
    private static final String SET = ".zip";

    private RoiFiles() {}

    /**
     * Writes a ROI set that the ROI Manager opens. Entries have the names of their ROIs; where several have one name, all but the
     * first get a number.
     *
     * @throws UNetException if it cannot be written
     */
    public static void write(final List<Roi> rois, final Path file) {
        AtomicFile.write(
                file,
                temporary -> {
                    try (ZipOutputStream zip =
                            new ZipOutputStream(
                                    new BufferedOutputStream(Files.newOutputStream(temporary)))) {
                        final Set<String> names = new HashSet<>();
                        final Map<String, Integer> counts = new HashMap<>();
                        for (final Roi roi : rois) {
                            zip.putNextEntry(
                                    new ZipEntry(entry(roi.getName(), names, counts) + ROI));
                            zip.write(RoiEncoder.saveAsByteArray(roi));
                            zip.closeEntry();
                        }
                    }
                });
    }

    /** NB: a zip file cannot have two entries of one name, and ROIs of one name lie on every slice. */
    private static String entry(
            final String name, final Set<String> taken, final Map<String, Integer> counts) {
        final String plain = name.replaceAll("[/\\\\:]", "_");
        String entry = plain;
        while (!taken.add(entry)) {
            entry = plain + "-" + counts.merge(plain, 1, Integer::sum);
        }
        return entry;
    }

    /** Whether the name of a file is that of a ROI set: it ends with {@code .roi} or {@code .zip}. */
    public static boolean isSet(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(SET) || name.endsWith(ROI));
    }

    /**
     * Reads a file that the ROI Manager wrote: {@code .roi} or {@code .zip}.
     *
     * @return at least one
     * @throws UNetException if it cannot be read or holds no ROI
     */
    public static List<Roi> open(final Path file) {
        ReadableFile.check("The ROI set", file);
        final boolean one = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ROI);
        try {
            // NB: a ROI without a name has none, whatever the file is called: files are named by
            // images.
            return one ? List.of(decode(file, Files.readAllBytes(file), null)) : readSet(file);
        } catch (final ZipException | EOFException e) {
            throw new UNetException("The ROI set " + file + " is no complete zip file.", e);
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The ROI set", file, e);
        }
    }

    private static List<Roi> readSet(final Path file) throws IOException {
        final List<Roi> rois = new ArrayList<>();
        try (BoundedZipStream zip = BoundedZipStream.open(file)) {
            for (Optional<BoundedZipStream.Entry> entry = zip.next(RoiFiles::isRoi);
                    entry.isPresent();
                    entry = zip.next(RoiFiles::isRoi)) {
                rois.add(decode(file, entry.get().bytes(), baseName(entry.get().name())));
            }
        }
        if (rois.isEmpty()) {
            throw new UNetException("The file " + file + " holds no ROI.");
        }
        return rois;
    }

    /** NB: other systems put files of their own into a zip file, whose names begin with a dot. */
    private static boolean isRoi(final String name) {
        return name.endsWith(ROI) && !name.startsWith(".");
    }

    private static String baseName(final String entry) {
        return entry.substring(0, entry.length() - ROI.length());
    }

    private static Roi decode(final Path file, final byte[] bytes, final String name) {
        try {
            // NB: the decoder takes memory for whatever number of floats a shape says that it has.
            final long floats = ByteBuffer.wrap(bytes).getInt(RoiDecoder.SHAPE_ROI_SIZE);
            final boolean real = floats * Float.BYTES <= bytes.length;
            final Roi roi = real ? new RoiDecoder(bytes, name).getRoi() : null;
            if (roi != null) {
                restorePosition(roi, bytes);
                return roi;
            }
        } catch (final IOException | RuntimeException e) {
            throw unreadable(file, name, e);
        }
        throw unreadable(file, name, null);
    }

    /** NB: ImageJ 1.54p writes the position of points that have no counters, but forgets it when it reads them. */
    private static void restorePosition(final Roi roi, final byte[] bytes) {
        final int position = ByteBuffer.wrap(bytes).getInt(RoiDecoder.POSITION);
        if (roi instanceof PointRoi
                && roi.getPosition() == 0
                && !roi.hasHyperStackPosition()
                && position > 0) {
            roi.setPosition(position);
        }
    }

    private static UNetException unreadable(
            final Path file, final String name, final Exception cause) {
        return new UNetException(
                (name == null ? "The file " + file : "The entry '" + name + ROI + "' of " + file)
                        + " is no ROI that can be read.",
                cause);
    }
}
