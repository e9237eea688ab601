package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotationSource;
import io.github.unetfiji.file.ReadableFile;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.ImagePlusLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Files that tell what the pixels of images are: label images, or sets of ROIs. */
public final class AnnotationFiles {

    private AnnotationFiles() {}

    /**
     * The annotations that a path names: itself, or those of a folder in the order of their names.
     *
     * @param images where the images are; in the same folder only ROI sets are annotations
     * @return at least one, all of one kind
     * @throws UNetException if there is none, or if there are label images and ROI sets
     */
    public static List<Path> list(final Path path, final Path images) {
        if (!Files.isDirectory(path)) {
            return ImageFiles.list(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            final List<Path> all = files.filter(Files::isRegularFile).sorted().toList();
            final List<Path> sets = all.stream().filter(RoiFiles::isSet).toList();
            final List<Path> labels = all.stream().filter(ImageFiles::isImage).toList();
            if (sets.isEmpty() && labels.isEmpty()) {
                throw new UNetException(
                        "The folder "
                                + path
                                + " holds no label image (tif, png, jpg, bmp, gif, pgm) and no ROI"
                                + " set (zip, roi).");
            }
            if (sets.isEmpty()) {
                return labels;
            }
            final boolean beside = Files.exists(images) && Files.isSameFile(path, images);
            if (!labels.isEmpty() && !beside) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The folder %s holds label images (such as %s) and ROI sets (such as"
                                        + " %s), but must hold one or the other.",
                                path,
                                labels.get(0).getFileName(),
                                sets.get(0).getFileName()));
            }
            return sets;
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The folder", path, e);
        }
    }

    /**
     * Opens the annotations of an image.
     *
     * @throws UNetException if the file is missing, is neither, or holds what cannot be on that image
     */
    public static AnnotationSource open(final Path file, final ImagePlus image) {
        return RoiFiles.isSet(file) ? rois(file, image) : ImagePlusLabels.of(ImageFiles.open(file));
    }

    private static RoiAnnotations rois(final Path file, final ImagePlus image) {
        final List<Roi> rois = RoiFiles.open(file);
        try {
            return RoiAnnotations.of(image, rois);
        } catch (final UNetException e) {
            throw new UNetException(file + ": " + e.getMessage(), e);
        }
    }
}
