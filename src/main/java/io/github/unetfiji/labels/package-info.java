/**
 * Label maps: connected components, the two nearest cells of every pixel, separation border; and the
 * sources of annotations.
 *
 * <p>Planes are row-major primitive arrays, index = y * width + x. In a {@link
 * io.github.unetfiji.labels.LabelMap} 0 is background, 1 .. 2^31-1 are cells and {@link
 * io.github.unetfiji.labels.LabelMap#IGNORE} marks pixels that no loss may see. A cell is an id: its
 * pixels need not be connected, and ids need not be contiguous.
 */
package io.github.unetfiji.labels;
