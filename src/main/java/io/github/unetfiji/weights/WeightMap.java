package io.github.unetfiji.weights;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.labels.LabelMap;
import io.github.unetfiji.labels.TwoNearestCells;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The weight of every pixel in the loss (Ronneberger et al. 2015, eq. 2,
 * doi:10.1007/978-3-319-24574-4_28): classes balanced, background between close cells emphasised.
 *
 * <pre>
 * w(x) = w_c(x) + w0 exp(-(d1(x) + d2(x))^2 / (2 sigma^2))
 * </pre>
 *
 * <p>d1 and d2 are the distances to the two nearest cells ({@link TwoNearestCells}). The border term
 * is added on background only; it is 0 where there are fewer than two cells. Ignored pixels have
 * weight 0. {@link WeightScheme} has the formulas in full.
 *
 * <p>Exact to 1e-6 of a weight below 10, float rounding above. O(n) in the number of pixels whatever
 * the number of cells; about 1.2 values of 4 bytes a pixel with the result ({@link
 * WeightScheme#FALK_2019} with several foreground classes: one more, and one pass a class). The same to the bit
 * whatever the number
 * of threads. Thread-safe.
 */
public final class WeightMap {

    private final LabelMap cells;
    private final LabelMap classes;
    private final WeightMapSettings settings;
    private final int threads;

    private WeightMap(
            final LabelMap cells,
            final LabelMap classes,
            final WeightMapSettings settings,
            final int threads) {
        this.cells = cells;
        this.classes = classes;
        this.settings = settings;
        this.threads = threads;
    }

    /**
     * Weight map of an image whose classes are background and cell.
     *
     * @param cells label map (x, y): 0 = background, cells, {@link LabelMap#IGNORE}
     * @param balance weights of the 2 classes
     * @param threads number of threads, at least 1
     * @return weights (x, y), index = y * width + x
     * @throws UNetException if there are not 2 classes, or a side is longer than 2^20 px
     */
    public static float[] of(
            final LabelMap cells,
            final ClassBalance balance,
            final WeightMapSettings settings,
            final int threads) {
        if (balance.classes() != 2) {
            throw new UNetException(
                    "The class weights are for "
                            + balance.classes()
                            + " classes; a label image without a class image has 2 (background and cell).");
        }
        return new WeightMap(cells, cells, settings, threads).weights(balance);
    }

    /**
     * Weight map of an image with any number of foreground classes; the border term counts between
     * any two cells.
     *
     * @param cells label map (x, y): distances are measured to its cells
     * @param classes class map (x, y) of the same size: 0 = background, 1.. = foreground. A pixel
     *     that is {@link LabelMap#IGNORE} in either map has weight 0
     * @param balance class weights
     * @param threads number of threads, at least 1
     * @return weights (x, y), index = y * width + x
     * @throws UNetException if the sizes differ, a class has no weight, or a side is longer than
     *     2^20 px
     */
    public static float[] of(
            final LabelMap cells,
            final LabelMap classes,
            final ClassBalance balance,
            final WeightMapSettings settings,
            final int threads) {
        cells.checkSameSize(classes, "label image", "class image");
        ClassBalance.checkClasses(classes, balance.classes());
        return new WeightMap(cells, classes, settings, threads).weights(balance);
    }

    private float[] weights(final ClassBalance balance) {
        return settings.scheme() == WeightScheme.FALK_2019
                ? falk(balance.classes())
                : ronneberger(balance);
    }

    private float[] ronneberger(final ClassBalance balance) {
        final float[] table = new float[balance.classes()];
        for (int c = 0; c < table.length; c++) {
            table[c] = (float) balance.weight(c);
        }
        final float[] weights = perClass(table);
        addTerm(weights, cells, new Gaussian(0, 1));
        return weights;
    }

    private float[] falk(final int classCount) {
        final float[] table = new float[classCount];
        Arrays.fill(table, 1);
        table[0] = (float) settings.floor();
        final float[] weights = perClass(table);
        final Gaussian near = new Gaussian(1 - settings.floor(), settings.decay());
        if (classCount == 2) {
            addTerm(weights, cells, near);
        } else {
            final Map<Integer, Integer> classOfCell = classOfCell();
            for (int c = 1; c < classCount; c++) {
                addTerm(weights, cellsOfClass(c, classOfCell), near);
            }
        }
        return weights;
    }

    private float[] perClass(final float[] table) {
        final int[] ofCell = cells.labels();
        final int[] ofClass = classes.labels();
        final float[] weights = new float[ofCell.length];
        for (int i = 0; i < weights.length; i++) {
            // NB: without a class map the label stands for the class, and any cell is class 1.
            final int c = Math.min(ofClass[i], table.length - 1);
            weights[i] = c < 0 || ofCell[i] < 0 ? 0 : table[c];
        }
        return weights;
    }

    /** Adds the border term, and a term of the nearest cell, to the background. */
    private void addTerm(final float[] weights, final LabelMap to, final Gaussian near) {
        final Gaussian gap = new Gaussian(settings.border(), settings.sigma());
        if (gap.height() == 0 && near.height() == 0) {
            return;
        }
        TwoNearestCells.forEachRow(
                to, threads, () -> new BackgroundTerm(weights, cells, classes, gap, near));
    }

    /** The class of each cell: that of its first foreground pixel. */
    private Map<Integer, Integer> classOfCell() {
        final Map<Integer, Integer> found = new HashMap<>();
        int last = 0;
        for (int i = 0; i < cells.labels().length; i++) {
            final int cell = cells.labels()[i];
            if (cell > 0 && cell != last && classes.labels()[i] > 0) {
                found.putIfAbsent(cell, classes.labels()[i]);
                last = cell;
            }
        }
        return found;
    }

    private LabelMap cellsOfClass(final int c, final Map<Integer, Integer> classOfCell) {
        final int[] only = new int[cells.labels().length];
        int last = 0;
        boolean wanted = false;
        for (int i = 0; i < only.length; i++) {
            final int cell = cells.labels()[i];
            if (cell > 0 && cell != last) {
                wanted = classOfCell.getOrDefault(cell, 0) == c;
                last = cell;
            }
            only[i] = cell > 0 && wanted ? cell : 0;
        }
        return LabelMap.of(only, cells.width(), cells.height());
    }
}
