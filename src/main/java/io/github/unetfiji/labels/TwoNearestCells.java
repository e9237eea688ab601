package io.github.unetfiji.labels;

import io.github.unetfiji.UNetException;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Distances to the nearest and the second-nearest cell of every pixel (Ronneberger et al. 2015, eq.
 * 2: d1, d2, doi:10.1007/978-3-319-24574-4_28).
 *
 * <p>Distances are Euclidean, in px between pixel centres, to the nearest pixel of a cell; a cell is
 * an id. Inside a cell d1 = 0. They are exact: squared distances are integers until the one square
 * root at the end. O(n) in the number of pixels whatever the number of cells, and the same to the
 * bit whatever the number of threads. Thread-safe.
 *
 * <p><b>How.</b> A separable distance transform (Meijster, Roerdink & Hesselink 2000,
 * doi:10.1007/0-306-47025-X_36; Felzenszwalb & Huttenlocher 2012, doi:10.4086/toc.2012.v008a019)
 * that carries two sites with different labels.
 *
 * <ol>
 *   <li>Each column gives each of its pixels the nearest cell pixel and the nearest pixel of another
 *       cell. That is enough: a third cell in that column is behind two others for every pixel of
 *       the row.
 *   <li>In a row, the lower envelope of the columns' nearest sites gives d1 and the nearest cell.
 *   <li>The row falls into runs with the same nearest cell L. For a run, d2 is the lower envelope of
 *       one site a column: the nearest that is not of L. Of these only the columns from p to q count,
 *       where p and q are the columns of the nearest sites of the pixels just before and just after
 *       the run: neither of these sites is of L, and for a column c &lt; p with a site not of L, the
 *       parabola of c minus that of p grows with x (its slope is 2 (p - c)) and is not negative just
 *       before the run, since there p is nearest of all; so p is as near as c all along the run. The
 *       same holds beyond q.
 *   <li>For the same reason a site at or beyond q, of whatever cell, is never nearer than that of q
 *       along the run, nor one at or before p than that of p. Nearest sites move from left to right
 *       along the row, so that the intervals [p, q] of runs j and j + 2 share at most one column.
 *       Hence the sites of all even runs can stand in one envelope, those of all odd runs in another:
 *       with the first that makes three envelopes a row, each in linear time.
 * </ol>
 */
public final class TwoNearestCells {

    /** Receives the rows of an image, each once, in any order; used by one thread. */
    @FunctionalInterface
    public interface RowSink {
        /**
         * Takes a row.
         *
         * @param y the row
         * @param squared1 squared distance to the nearest cell at index x, px^2, a whole number or
         *     +Infinity. Valid during the call only
         * @param squared2 the same for the second-nearest cell
         */
        void accept(int y, double[] squared1, double[] squared2);
    }

    private final float[] d1;
    private final float[] d2;

    private TwoNearestCells(final float[] d1, final float[] d2) {
        this.d1 = d1;
        this.d2 = d2;
    }

    /**
     * Distances to the two nearest cells.
     *
     * <p>Takes about 2.2 values of 4 bytes a pixel, the result included, and O(width) a thread.
     *
     * @param cells label map (x, y), 0 = background; {@link LabelMap#IGNORE} is no cell
     * @param threads number of threads, at least 1
     * @throws UNetException if a side is longer than 2^20 px
     * @throws IllegalArgumentException if threads &lt; 1
     */
    public static TwoNearestCells of(final LabelMap cells, final int threads) {
        final int width = cells.width();
        final float[] d1 = new float[cells.labels().length];
        final float[] d2 = new float[cells.labels().length];
        forEachRow(
                cells,
                threads,
                () ->
                        (y, squared1, squared2) -> {
                            for (int x = 0; x < width; x++) {
                                d1[y * width + x] = (float) Math.sqrt(squared1[x]);
                                d2[y * width + x] = (float) Math.sqrt(squared2[x]);
                            }
                        });
        return new TwoNearestCells(d1, d2);
    }

    /**
     * Computes the squared distances row by row, without a plane for them; takes 3 values of 4 bytes a pixel and
     * O(width) a thread.
     *
     * @param cells label map (x, y), 0 = background; {@link LabelMap#IGNORE} is no cell
     * @param threads number of threads, at least 1
     * @param sinks makes the receiver of rows for each thread
     * @throws UNetException if a side is longer than 2^20 px
     * @throws IllegalArgumentException if threads &lt; 1
     */
    public static void forEachRow(
            final LabelMap cells, final int threads, final Supplier<? extends RowSink> sinks) {
        checkSides(cells);
        final ColumnScan columns = new ColumnScan(cells, threads);
        final Supplier<ParallelLines.Worker> workers =
                () -> {
                    final ColumnScan.Band band = columns.new Band();
                    final RowScan row = new RowScan(cells.width());
                    final RowSink sink = sinks.get();
                    return (from, to) -> {
                        band.load(from);
                        for (int y = band.start(); y < band.end(); y++) {
                            row.scan(band.row(y));
                            sink.accept(y, row.squared1, row.squared2);
                        }
                    };
                };
        ParallelLines.run(columns.bands(), 1, threads, workers);
    }

    /** Distance to the nearest cell (x, y), px; 0 inside it, +Infinity where there is no cell. */
    public float[] nearest() {
        return d1;
    }

    /** Distance to the second-nearest cell (x, y), px; +Infinity where there are fewer than two. */
    public float[] secondNearest() {
        return d2;
    }

    private static void checkSides(final LabelMap cells) {
        final int side = Math.max(cells.width(), cells.height());
        if (side > LowerEnvelope.MAX_SIDE) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The label image is %d x %d px; distances can be computed up to %d px a side.",
                            cells.width(),
                            cells.height(),
                            LowerEnvelope.MAX_SIDE));
        }
    }
}
