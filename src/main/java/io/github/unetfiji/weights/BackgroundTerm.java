package io.github.unetfiji.weights;

import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.TwoNearestCells;

/**
 * What background pixels weigh more because cells are close: gap(d1 + d2) + near(d1), with the
 * distances d1, d2 to the two nearest cells.
 *
 * <p>Nothing is computed where the terms are negligible.
 */
final class BackgroundTerm {

    private final Falloff gap;
    private final Falloff near;

    BackgroundTerm(final Falloff gap, final Falloff near) {
        this.gap = gap;
        this.near = near;
    }

    /**
     * Adds the term to weights (x, y).
     *
     * @param cells cells that distances are measured to
     * @param background true for a pixel index that is background
     */
    void addTo(
            final float[] weights,
            final LabelMap cells,
            final Pixels background,
            final int threads) {
        final double reachSquared = Math.max(gap.reachSquared, near.reachSquared);
        if (reachSquared < 0) {
            return;
        }
        final int width = cells.width();
        TwoNearestCells.forEachRow(
                cells,
                Math.max(gap.reach(), near.reach()),
                threads,
                (y, squared1, squared2) -> {
                    final int row = y * width;
                    for (int x = 0; x < width; x++) {
                        if (squared1[x] <= reachSquared && background.contain(row + x)) {
                            weights[row + x] += (float) at(squared1[x], squared2[x]);
                        }
                    }
                });
    }

    private double at(final double squared1, final double squared2) {
        double term = near.at(squared1);
        if (squared2 <= gap.reachSquared) {
            // (d1 + d2)^2 with one square root
            term += gap.at(squared1 + squared2 + 2 * Math.sqrt(squared1 * squared2));
        }
        return term;
    }

    /** A set of pixels. */
    @FunctionalInterface
    interface Pixels {
        boolean contain(int index);
    }
}
