package io.github.unetfiji.augment;

/**
 * One axis of a coarse grid laid over pixels: the first node at the centre of the first pixel, the
 * last node at the centre of the last.
 *
 * <p>A pixel lies in a cell, 0..nodes-2, at a fraction 0..1 of it. Immutable.
 */
final class NodeAxis {

    private final int nodes;
    private final int length;
    private final int[] cell;
    private final double[] fraction;
    private final int[] firstPixel;

    /**
     * @param nodes number of grid nodes, at least 2
     * @param length number of pixels, at least 1
     */
    NodeAxis(final int nodes, final int length) {
        this.nodes = nodes;
        this.length = length;
        cell = new int[length];
        fraction = new double[length];
        firstPixel = new int[nodes];
        for (int i = 0; i < length; i++) {
            final double node = i * nodesPerPixel();
            cell[i] = Math.min((int) node, nodes - 2);
            fraction[i] = node - cell[i];
        }
        int pixel = 0;
        for (int c = 0; c < nodes; c++) {
            while (pixel < length && cell[pixel] < c) {
                pixel++;
            }
            firstPixel[c] = pixel;
        }
    }

    int nodes() {
        return nodes;
    }

    int length() {
        return length;
    }

    /** Grid nodes per pixel, the reciprocal of the node spacing in px; 0 along a single pixel. */
    double nodesPerPixel() {
        return length == 1 ? 0 : (nodes - 1.0) / (length - 1.0);
    }

    int cell(final int pixel) {
        return cell[pixel];
    }

    double fraction(final int pixel) {
        return fraction[pixel];
    }

    /** The fractions of all pixels; not to be written to. */
    double[] fractions() {
        return fraction;
    }

    /** The first pixel of a cell, 0..nodes-1; of a cell without pixels, the first one after it. */
    int firstPixel(final int ofCell) {
        return firstPixel[ofCell];
    }

    /** A node index, clamped to the grid. */
    int clamp(final int node) {
        return Math.max(0, Math.min(nodes - 1, node));
    }
}
