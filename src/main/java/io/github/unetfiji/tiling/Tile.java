package io.github.unetfiji.tiling;

/**
 * A part of an image that one run of the network gives.
 *
 * @param x left border in the image, px
 * @param y upper border in the image, px
 * @param width width inside the image, px; the network's output may be wider
 * @param height height inside the image, px; the network's output may be higher
 */
public record Tile(int x, int y, int width, int height) {}
