package io.github.unetfiji.ij;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.ReadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** Reads and writes image files. */
public final class ImageFiles {

    private static final Set<String> EXTENSIONS =
            Set.of("tif", "tiff", "png", "jpg", "jpeg", "bmp", "gif", "pgm");

    private static final Set<Integer> DECODED_BY_IMAGEIO =
            Set.of(Opener.PNG, Opener.JPEG, Opener.BMP, Opener.GIF);

    private static final Set<Integer> NO_IMAGES =
            Set.of(
                    Opener.UNKNOWN,
                    Opener.JAVA_OR_TEXT,
                    Opener.TEXT,
                    Opener.TABLE,
                    Opener.ROI,
                    Opener.LUT,
                    Opener.OJJ);

    private ImageFiles() {}

    /**
     * The image files that a path names: itself, or those of a folder in the order of their names.
     *
     * @return at least one
     * @throws UNetException if there is none
     */
    public static List<Path> list(final Path path) {
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        ReadableFile.checkReached("The file or folder", path);
        if (!Files.isDirectory(path)) {
            throw new UNetException(path + " is neither a file nor a folder.");
        }
        try (Stream<Path> files = Files.list(path)) {
            final List<Path> images =
                    files.filter(Files::isRegularFile)
                            .filter(ImageFiles::isImage)
                            .sorted()
                            .toList();
            if (images.isEmpty()) {
                throw new UNetException(
                        "The folder " + path + " holds no image (tif, png, jpg, bmp, gif, pgm).");
            }
            return images;
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The folder", path, e);
        }
    }

    /**
     * Where the result for each of some files goes: {@code <folder>/<base name><ending>}.
     *
     * @return by file, in their order
     * @throws UNetException if there is no such folder, or if two files would have the same target
     */
    public static Map<Path, Path> targets(
            final List<Path> files, final Path folder, final String ending) {
        ReadableFile.checkReached("The output folder", folder);
        if (!Files.isDirectory(folder)) {
            throw new UNetException("The output folder " + folder + " is a file.");
        }
        final Map<Path, Path> targets = new LinkedHashMap<>();
        final Map<Path, Path> sources = new HashMap<>();
        for (final Path file : files) {
            final Path target = folder.resolve(baseName(file) + ending);
            final Path other = sources.put(target, file);
            if (other != null) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The files %s and %s would both become %s: rename one of them.",
                                other,
                                file,
                                target));
            }
            targets.put(file, target);
        }
        return targets;
    }

    /** Whether two paths lead to the same file or folder. */
    public static boolean isSame(final Path one, final Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (final IOException missing) {
            return false;
        }
    }

    /**
     * Leaves out the results of other files in the list, for a folder that holds images and their results.
     *
     * @param endings of the names of results, such as {@code -classes.tif}
     */
    public static List<Path> withoutResults(final List<Path> files, final List<String> endings) {
        final Set<String> results = new HashSet<>();
        for (final Path file : files) {
            endings.forEach(ending -> results.add(baseName(file) + ending));
        }
        return files.stream()
                .filter(file -> !results.contains(file.getFileName().toString()))
                .toList();
    }

    /** Whether the name of a file has the ending of an image; hidden files are none. */
    public static boolean isImage(final Path file) {
        final String name = file.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        return !name.startsWith(".")
                && dot > 0
                && EXTENSIONS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    /** The name of a file without its extension. */
    public static String baseName(final Path file) {
        final String name = file.getFileName().toString();
        final int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /**
     * Opens an image; an uncompressed TIFF stack stays on disk and is read slice by slice.
     *
     * @throws UNetException if the file is missing or no image
     */
    public static ImagePlus open(final Path file) {
        ReadableFile.check("The image", file);
        if (file.toFile().length() == 0) {
            throw new UNetException("The file " + file + " is empty: it has 0 bytes.");
        }
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        final boolean tiff = name.endsWith(".tif") || name.endsWith(".tiff");
        return Optional.of(file)
                .filter(any -> tiff)
                .flatMap(TiffHeader::openVirtual)
                .or(() -> openWhole(file))
                .filter(image -> image.getWidth() > 0 && image.getStackSize() > 0)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "The file " + file + " is no image that can be read."));
    }

    /** The image in memory, if it can be read. */
    private static Optional<ImagePlus> openWhole(final Path file) {
        final Opener opener = new Opener();
        opener.setSilentMode(true);
        if (!isDecodable(file, opener)) {
            return Optional.empty();
        }
        // NB: outside of a macro, ImageJ would ask for a click before the next file.
        IJ.redirectErrorMessages(true);
        try {
            return Optional.ofNullable(opener.openImage(file.toString()));
        } finally {
            IJ.redirectErrorMessages(false);
        }
    }

    /** NB: ImageJ ends the macro when it meets a file that it cannot decode; the other files would be left. */
    private static boolean isDecodable(final Path file, final Opener opener) {
        final int type = opener.getFileType(file.toString());
        try {
            return !NO_IMAGES.contains(type)
                    && (!DECODED_BY_IMAGEIO.contains(type) || ImageIO.read(file.toFile()) != null);
        } catch (final IOException damaged) {
            return false;
        }
    }

    /**
     * Writes a TIFF file, plane by plane; an existing one is replaced when the new one is complete.
     *
     * @throws UNetException if it cannot be written
     */
    public static void writeTiff(final ImagePlus image, final Path file) {
        TiffFile.write(image, file);
    }
}
