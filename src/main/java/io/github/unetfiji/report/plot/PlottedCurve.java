package io.github.unetfiji.report.plot;

import java.awt.Color;

/**
 * A line in a plot. Arrays are not copied.
 *
 * @param label in the legend
 * @param width of the line, in points
 * @param x as many as {@code y}; NaN in {@code y} interrupts the line
 */
record PlottedCurve(String label, Color color, float width, Style style, double[] x, double[] y) {

    /** How the points are drawn. */
    enum Style {
        LINE,
        LINE_AND_DOTS,
        RINGS
    }
}
