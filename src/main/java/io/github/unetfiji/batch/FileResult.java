package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import io.github.unetfiji.ij.ImageFiles;
import io.github.unetfiji.ij.LabelSpool;
import io.github.unetfiji.ij.ObjectTable;
import io.github.unetfiji.ij.ResultImage;
import io.github.unetfiji.ij.ResultStamp;
import io.github.unetfiji.ij.roi.RoiFiles;
import io.github.unetfiji.segment.OutputKind;
import io.github.unetfiji.segment.PlaneStream;
import io.github.unetfiji.segment.Segmentation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The files that a segmentation writes for an image: a TIFF, and on demand a ROI set and a table of its objects.
 *
 * @param kind of the TIFF
 * @param rois whether outlines are written
 * @param measure whether a table is written
 */
public record FileResult(OutputKind kind, boolean rois, boolean measure) {

    /**
     * @throws UNetException if outlines or a table are wanted of a result that has no objects
     */
    public FileResult {
        kind.checkObjects(rois, "A ROI set needs");
        kind.checkObjects(measure, "Measuring needs");
    }

    /** How the name of the TIFF ends: {@code -instances.tif}. */
    public String ending() {
        return ending(kind);
    }

    /** How the names of TIFFs of a kind end. */
    public static String ending(final OutputKind kind) {
        return "-" + kind.key() + ".tif";
    }

    /** All files that are written for an image, the image itself last. */
    List<Path> files(final Path target) {
        final List<Path> files = new ArrayList<>();
        if (rois) {
            files.add(beside(target, "-rois.zip"));
        }
        if (measure) {
            files.add(beside(target, "-objects.csv"));
        }
        files.add(target);
        return files;
    }

    private Path beside(final Path target, final String ending) {
        final String base = ImageFiles.baseName(target);
        final int length = base.length() - kind.key().length() - 1;
        return target.resolveSibling(base.substring(0, length) + ending);
    }

    /**
     * Writes them, plane by plane; each is whole or not there.
     *
     * @param like the image that is segmented
     * @param names of the classes, background first, or of the channels; see {@link ImageSegmenter#names}
     * @param stamp by which the result is known again
     * @throws UNetException if one of them cannot be written
     */
    void write(
            final Segmentation segmentation,
            final ImagePlus like,
            final List<String> names,
            final String stamp,
            final Path target) {
        final String title = ImageFiles.baseName(target);
        if (kind == OutputKind.INSTANCES) {
            try (ObjectPlanes objects = new ObjectPlanes(segmentation, like, names, rois);
                    LabelSpool spool = LabelSpool.of(objects, target)) {
                forget(target);
                extras(objects, like, target);
                finish(ResultImage.labels(spool, like, title), stamp, target);
            }
            return;
        }
        final OutputImage output = new OutputImage(kind, like, names);
        try (PlaneStream planes = output.stream(segmentation)) {
            finish(output.streamed(planes, title), stamp, target);
        }
    }

    /** Removes the files of an older result that the new one does not replace. */
    private void forget(final Path target) {
        if (!ResultStamp.isOn(target)) {
            return;
        }
        try {
            if (!rois) {
                Files.deleteIfExists(beside(target, "-rois.zip"));
            }
            if (!measure) {
                Files.deleteIfExists(beside(target, "-objects.csv"));
            }
        } catch (final IOException e) {
            throw new UNetException(
                    "What belongs to the older result " + target + " cannot be removed.", e);
        }
    }

    private void extras(final ObjectPlanes objects, final ImagePlus like, final Path target) {
        if (rois) {
            RoiFiles.write(objects.rois(), beside(target, "-rois.zip"));
        }
        if (measure) {
            final String table = ObjectTable.csv(objects.table(), like);
            AtomicFile.write(
                    beside(target, "-objects.csv"), file -> Files.writeString(file, table));
        }
    }

    private static void finish(final ImagePlus result, final String stamp, final Path target) {
        ResultStamp.put(result, stamp);
        ImageFiles.writeTiff(result, target);
    }
}
