package io.github.unetfiji.ij.roi;

import ij.ImagePlus;
import ij.gui.Arrow;
import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.FloatPolygon;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.dataset.AnnotatedSlice;
import io.github.unetfiji.dataset.RegionSource;
import io.github.unetfiji.ij.roi.RegionPainter.DrawnRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Cells that were drawn with ImageJ's selection tools: every area is a cell, and every point a small disc; the
 * name of a ROI tells the class ({@link RoiName}), its position the slice.
 *
 * <p>A slice without a ROI is not annotated. On the others what no ROI covers is background, except around
 * points: how far their cells reach is not known, so that a ring is ignored. The ROIs are read once and left
 * as they are.
 */
public final class RoiAnnotations implements RegionSource {

    /** Radius in px of the disc that stands for a point. */
    static final int POINT_RADIUS = 3;

    /** Radius in px up to which nothing is known around a point. */
    static final int POINT_MARGIN = 6;

    private final String title;
    private final int width;
    private final int height;
    private final RoiSlices slices;
    private final RoiPixels pixels;
    private final List<DrawnRegion> regions = new ArrayList<>();

    private RoiAnnotations(final ImagePlus image) {
        title = image.getTitle();
        width = image.getWidth();
        height = image.getHeight();
        slices = new RoiSlices(image);
        pixels = new RoiPixels(width, height);
    }

    /**
     * The cells that ROIs mark on an image.
     *
     * @param rois in the order in which they were drawn; unchanged
     * @throws UNetException if one is neither an area nor points, is outside of the image, or is on no slice
     *     of it
     */
    public static RoiAnnotations of(final ImagePlus image, final List<Roi> rois) {
        final RoiAnnotations annotations = new RoiAnnotations(image);
        for (int i = 0; i < rois.size(); i++) {
            final Roi roi = rois.get(i);
            final boolean unnamed = roi.getName() == null || roi.getName().isBlank();
            annotations.add(
                    roi,
                    unnamed ? "ROI " + (i + 1) + " (no name)" : "The ROI '" + roi.getName() + "'");
        }
        return annotations;
    }

    private void add(final Roi roi, final String called) {
        checkKind(roi, called);
        final RoiName name = RoiName.of(roi.getName());
        final int before = regions.size();
        if (roi instanceof PointRoi points) {
            addPoints(points, name, called);
        } else {
            addRegion(new DrawnRegion(slices.of(roi, called), name, pixels.of(roi)));
        }
        if (regions.size() == before) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "%s has no pixel inside of the image '%s' (%dx%d px).",
                            called,
                            title,
                            width,
                            height));
        }
    }

    private void addPoints(final PointRoi points, final RoiName name, final String called) {
        final FloatPolygon at = points.getFloatPolygon();
        // NB: a hyperstack position that was set leaves the points' own as they were.
        final boolean together =
                points.hasHyperStackPosition()
                        && points.getPosition() != PointRoi.POINTWISE_POSITION;
        for (int i = 0; i < at.npoints; i++) {
            final int position = together ? 0 : points.getPointPosition(i);
            final int slice =
                    position > 0 ? slices.ofStack(position, called) : slices.of(points, called);
            // NB: in ImageJ a point with whole coordinates is in the centre of a pixel, not at its
            // corner.
            final int x = Math.round(at.xpoints[i]);
            final int y = Math.round(at.ypoints[i]);
            addRegion(
                    new DrawnRegion(
                            slice,
                            name,
                            pixels.ring(x, y, -1, POINT_RADIUS),
                            pixels.ring(x, y, POINT_RADIUS, POINT_MARGIN)));
        }
    }

    private void addRegion(final DrawnRegion region) {
        if (region.pixels().length > 0) {
            regions.add(region);
        }
    }

    private static void checkKind(final Roi roi, final String called) {
        final String kind = unusable(roi);
        if (!kind.isEmpty()) {
            throw new UNetException(
                    called + " is " + kind + ", but annotations must be areas or points.");
        }
    }

    /** What a ROI is if it encloses nothing, or else an empty text. */
    private static String unusable(final Roi roi) {
        if (roi instanceof TextRoi) {
            return "a text";
        }
        if (roi instanceof ImageRoi) {
            return "an image";
        }
        if (roi instanceof Arrow) {
            return "an arrow";
        }
        return switch (roi.getType()) {
            case Roi.LINE -> "a line";
            case Roi.POLYLINE -> "a polyline";
            case Roi.FREELINE -> "a freehand line";
            case Roi.ANGLE -> "an angle";
            default -> "";
        };
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
        return slices.count();
    }

    @Override
    public List<String> classNames() {
        final TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (final DrawnRegion region : regions) {
            if (!region.name().isIgnore()) {
                names.add(region.name().className());
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Optional<AnnotatedSlice> slice(final int index) {
        final List<DrawnRegion> here =
                regions.stream().filter(region -> region.slice() == index).toList();
        return here.isEmpty()
                ? Optional.empty()
                : Optional.of(new RegionPainter(width, height, classNames()).paint(here));
    }
}
