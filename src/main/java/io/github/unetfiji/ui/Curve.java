package io.github.unetfiji.ui;

import java.awt.Color;

/**
 * A line in a plot. Arrays are not copied.
 *
 * @param label in the legend
 * @param width of the line, in points
 * @param marked whether every point has a mark
 * @param x as many as {@code y}; NaN in {@code y} interrupts the line
 */
record Curve(String label, Color color, float width, boolean marked, double[] x, double[] y) {}
