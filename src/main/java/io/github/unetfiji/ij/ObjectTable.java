package io.github.unetfiji.ij;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.measure.ResultsTable;
import io.github.unetfiji.file.Csv;
import io.github.unetfiji.segment.FoundObject;
import java.util.ArrayList;
import java.util.List;

/** Makes a table of the objects of a segmentation, in the units of the image. */
public final class ObjectTable {

    /** ImageJ writes at most so many decimal places; a negative number are significant ones. */
    private static final int MOST_PLACES = 9;

    private static final int SIGNIFICANT = -7;

    private ObjectTable() {}

    /** The number of decimal places that resolves a hundredth of a pixel. */
    private static int places(final Calibration calibration) {
        final double x = calibration.pixelWidth;
        final double y = calibration.pixelHeight;
        final double least = Math.min(Math.min(x, y), x * y);
        final int places = 2 - (int) Math.floor(Math.log10(least));
        return places > MOST_PLACES ? SIGNIFICANT : Math.max(2, places);
    }

    /** The headings of the table of an image. */
    private static List<String> headings(final ImagePlus image) {
        return image.getNFrames() > 1
                ? List.of("Id", "Class", "Slice", "Frame", "Area", "X", "Y")
                : List.of("Id", "Class", "Slice", "Area", "X", "Y");
    }

    /**
     * The table as CSV text, with its headings even if there are no rows.
     *
     * @param image that was segmented
     */
    public static String csv(final ResultsTable table, final ImagePlus image) {
        final List<String> headings = headings(image);
        final StringBuilder csv = new StringBuilder(Csv.row(headings));
        for (int row = 0; row < table.size(); row++) {
            final List<String> cells = new ArrayList<>();
            for (final String heading : headings) {
                cells.add(table.getStringValue(heading, row));
            }
            csv.append(Csv.row(cells));
        }
        return csv.toString();
    }

    /**
     * One row an object and slice: Id, Class, Slice, Frame (of images that have several), Area, X and Y of the
     * centroid.
     *
     * @param classes names, background first
     * @param image that was segmented
     */
    public static ResultsTable of(
            final List<FoundObject> objects, final List<String> classes, final ImagePlus image) {
        final Calibration calibration = image.getCalibration();
        final StackLayout layout = StackLayout.of(image);
        final ResultsTable table = new ResultsTable();
        table.setPrecision(places(calibration));
        for (final FoundObject object : objects) {
            table.addRow();
            table.addValue("Id", object.id());
            table.addValue("Class", Csv.words(classes.get(object.kind())));
            table.addValue("Slice", layout.z(object.slice()));
            if (layout.frames() > 1) {
                table.addValue("Frame", layout.t(object.slice()));
            }
            table.addValue(
                    "Area", object.area() * calibration.pixelWidth * calibration.pixelHeight);
            table.addValue("X", calibration.getX(object.x()));
            table.addValue("Y", calibration.getY(object.y(), image.getHeight()));
        }
        return table;
    }
}
