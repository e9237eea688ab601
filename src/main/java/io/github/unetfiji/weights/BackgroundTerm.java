package io.github.unetfiji.weights;

import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.TwoNearestCells;
import java.util.Arrays;

/**
 * Adds the border term to the weights of background pixels: gap(d1 + d2) + near(d1), with the distances d1, d2 to the
 * two nearest cells.
 *
 * <p>NB: the term is computed for all pixels of a row, whether it is wanted or not, by loops that
 * become vector instructions. Has buffers: used by one thread.
 */
final class BackgroundTerm implements TwoNearestCells.RowSink {

    private final float[] weights;
    private final int[] cells;
    private final int[] classes;
    private final Gaussian gap;
    private final Gaussian near;
    private final double[] distance;
    private final double[] term;

    /**
     * @param weights weights (x, y) that the term is added to
     * @param cells label map (x, y); only its ignored pixels are used
     * @param classes class map (x, y), 0 = background
     */
    BackgroundTerm(
            final float[] weights,
            final LabelMap cells,
            final LabelMap classes,
            final Gaussian gap,
            final Gaussian near) {
        this.weights = weights;
        this.cells = cells.labels();
        this.classes = classes.labels();
        this.gap = gap;
        this.near = near;
        distance = new double[cells.width()];
        term = new double[cells.width()];
    }

    @Override
    public void accept(final int y, final double[] squared1, final double[] squared2) {
        Arrays.fill(term, 0);
        for (int x = 0; x < distance.length; x++) {
            distance[x] = Math.sqrt(squared1[x]) + Math.sqrt(squared2[x]);
        }
        gap.addTo(term, distance);
        if (near.height() > 0) {
            for (int x = 0; x < distance.length; x++) {
                distance[x] = Math.sqrt(squared1[x]);
            }
            near.addTo(term, distance);
        }
        addToBackground(y * term.length);
    }

    private void addToBackground(final int row) {
        for (int x = 0; x < term.length; x++) {
            if (classes[row + x] == 0 && cells[row + x] >= 0) {
                weights[row + x] += (float) term[x];
            }
        }
    }
}
