/**
 * Label maps and the geometry of cells in them: connected components, the distances of every pixel to the two nearest cells,
 * the border that separates cells that touch, and a watershed that divides them. A {@link
 * io.github.unetfiji.labels.LabelMap} is a plane of ids: 0 is background, 1 .. 2^31-1 are cells, and {@link
 * io.github.unetfiji.labels.LabelMap#IGNORE} marks pixels of which nothing is said. All costs are linear in the number of
 * pixels, whatever the number of cells.
 *
 * <pre>{@code
 * LabelMap mask = LabelMap.of(bytes, width, height);                     // (x, y), index = y * width + x
 * LabelMap cells = ConnectedComponents.of(mask, Connectivity.FOUR);      // 1 .. cells.maxId()
 * float[] d1 = TwoNearestCells.of(cells, threads).nearest();             // px
 * LabelMap parts = Watershed.split(cells, 2);                            // necks 2 px thinner than the parts
 * }</pre>
 *
 * <p>Start from {@link io.github.unetfiji.labels.LabelMap}. A cell is an id: its pixels need not be connected, and ids need not
 * be contiguous.
 */
package io.github.unetfiji.labels;
