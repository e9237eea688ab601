package io.github.unetfiji.segment;

/**
 * An object of a segmentation in one slice.
 *
 * @param slice from 0, over all Z and T positions
 * @param id from 1, as in the label map
 * @param kind its class, from 1
 * @param area in px
 * @param x of the centroid, in px from the left border of the image
 * @param y of the centroid, in px from the upper border; the centre of the first pixel is at 0.5, 0.5
 */
public record FoundObject(int slice, int id, int kind, int area, double x, double y) {}
