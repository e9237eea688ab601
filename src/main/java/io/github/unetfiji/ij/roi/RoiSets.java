package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.plugin.frame.RoiManager;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.file.ReadableFile;
import java.awt.GraphicsEnvironment;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Where ROIs come from, and go to: the ROI Manager, an overlay, a file. What is read are copies: what they came from
 * stays as it was. What is added comes after what is there.
 */
public final class RoiSets {

    private static final String ROI = ".roi";
    private static final String SET = ".zip";

    /** What the ROIs of a set may unpack to, in bytes: whatever its size, for each byte of it, and at all. */
    private static final long SMALL = 64 << 20;

    private static final long LARGEST_RATIO = 100;
    private static final int LARGEST = 1 << 30;

    private RoiSets() {}

    /**
     * The ROIs of the ROI Manager, or in a macro in batch mode those of its own.
     *
     * @return at least one
     * @throws UNetException if there is none, or no display: without one ImageJ has no ROI Manager
     */
    public static List<Roi> ofManager() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UNetException(
                    "The ROI Manager needs a display: use the ROIs of an overlay, or a ROI set with"
                            + " U-Net Train Files.");
        }
        final RoiManager manager = RoiManager.getInstance2();
        if (manager == null || manager.getCount() == 0) {
            throw new UNetException(
                    "The ROI Manager holds no ROI: outline the cells and add each with Add [t].");
        }
        return copies(manager.getRoisAsArray());
    }

    /**
     * The ROIs of the overlay of an image.
     *
     * @return at least one
     * @throws UNetException if there is none
     */
    public static List<Roi> ofOverlay(final ImagePlus image) {
        final Overlay overlay = image.getOverlay();
        if (overlay == null || overlay.size() == 0) {
            throw new UNetException(
                    "The image '"
                            + image.getTitle()
                            + "' has no overlay: outline the cells and add each with Image > Overlay"
                            + " > Add Selection [b].");
        }
        return copies(overlay.toArray());
    }

    /**
     * Adds ROIs to the ROI Manager, which is opened if need be; in a macro in batch mode to its own.
     *
     * @throws UNetException if there is no display
     */
    public static void addToManager(final List<Roi> rois) {
        checkManager();
        final RoiManager open = RoiManager.getInstance2();
        final RoiManager manager = open == null ? RoiManager.getRoiManager() : open;
        // NB: addRoi would give ROIs the width and colour of the last one that was drawn, and
        // record each.
        rois.forEach(roi -> manager.add(roi, -1));
    }

    /**
     * Checks before long work that there can be a ROI Manager.
     *
     * @throws UNetException if there is no display
     */
    public static void checkManager() {
        if (GraphicsEnvironment.isHeadless()) {
            throw new UNetException(
                    "The ROI Manager needs a display: use an overlay or a ROI set instead.");
        }
    }

    /** Adds ROIs to the overlay of an image. */
    public static void addToOverlay(final List<Roi> rois, final ImagePlus image) {
        final Overlay overlay = image.getOverlay() == null ? new Overlay() : image.getOverlay();
        rois.forEach(overlay::add);
        image.setOverlay(overlay);
    }

    /**
     * Writes a ROI set that the ROI Manager opens. Entries are called after the ROIs; of those with one
     * name all but the first have a number added.
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

    private static List<Roi> copies(final Roi[] rois) {
        return Arrays.stream(rois).map(roi -> (Roi) roi.clone()).toList();
    }

    /** Whether a file is one that the ROI Manager writes, to judge from its name. */
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
        // NB: names that are not UTF-8 would be an IllegalArgumentException; Latin 1 reads them
        // all, and a
        // ROI has its own name inside.
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(file), StandardCharsets.ISO_8859_1)) {
            int left = (int) Math.min(Math.max(SMALL, Files.size(file) * LARGEST_RATIO), LARGEST);
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                final String name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
                if (name.endsWith(ROI) && !name.startsWith(".")) {
                    final byte[] bytes = zip.readNBytes(left + 1);
                    left -= bytes.length;
                    if (left < 0) {
                        throw new IOException(
                                "it unpacks to more than 64 MB, or 100 times its size");
                    }
                    rois.add(decode(file, bytes, baseName(name)));
                }
            }
        }
        if (rois.isEmpty()) {
            throw new UNetException("The file " + file + " holds no ROI.");
        }
        return rois;
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
