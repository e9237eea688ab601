package io.github.unetfiji.labels;

/**
 * Connected components of a mask or of a label map, numbered 1..n in the raster order of their
 * first pixels.
 *
 * <p>Two passes with a union-find forest that lives in the output plane itself: a root is the first
 * pixel of its tree, and a pixel looks only at those earlier neighbours that can bring news. O(n) in
 * the number of pixels whatever the number of components; one plane of {@code int} is allocated.
 * Thread-safe.
 *
 * <p>References: Fiorio & Gustedt, Two linear time Union-Find strategies for image processing, 1996,
 * doi:10.1016/0304-3975(94)00262-2; Wu, Otoo & Suzuki, Optimizing two-pass connected-component
 * labeling algorithms, 2009, doi:10.1007/s10044-008-0109-y.
 */
public final class ConnectedComponents {

    private final int[] labels;
    private final int[] parent;
    private final int width;

    private ConnectedComponents(final LabelMap map) {
        labels = map.labels();
        parent = new int[labels.length];
        width = map.width();
    }

    /**
     * Components of pixels with the same id. A cell in several pieces becomes several cells.
     *
     * @param map label map (x, y); background and {@link LabelMap#IGNORE} stay what they are
     * @return components, 1..n; their number is {@link LabelMap#maxId()}
     */
    public static LabelMap of(final LabelMap map, final Connectivity connectivity) {
        final ConnectedComponents run = new ConnectedComponents(map);
        run.link(connectivity);
        run.number();
        return LabelMap.of(run.parent, map.width(), map.height());
    }

    /**
     * Components of the true pixels of a mask.
     *
     * @param mask mask (x, y), index = y * width + x
     * @return components, 1..n; their number is {@link LabelMap#maxId()}
     * @throws IllegalArgumentException if the mask has not width * height pixels
     */
    public static LabelMap of(
            final boolean[] mask,
            final int width,
            final int height,
            final Connectivity connectivity) {
        final int[] labels = new int[mask.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = mask[i] ? 1 : 0;
        }
        return of(LabelMap.of(labels, width, height), connectivity);
    }

    private void link(final Connectivity connectivity) {
        final boolean corners = connectivity == Connectivity.EIGHT;
        for (int row = 0; row < labels.length; row += width) {
            for (int x = 0; x < width; x++) {
                final int i = row + x;
                if (labels[i] <= 0) {
                    parent[i] = labels[i] - 1;
                } else if (corners) {
                    linkEight(i, x);
                } else {
                    linkFour(i, x);
                }
            }
        }
    }

    private void linkFour(final int i, final int x) {
        final boolean west = x > 0 && same(i, i - 1);
        final boolean north = same(i, i - width);
        parent[i] = i;
        if (north) {
            parent[i] = root(i - width);
        }
        // NB: with an equal north-west pixel, west and north are one component already.
        if (west && !(north && same(i, i - width - 1))) {
            unite(i, i - 1);
        }
    }

    private void linkEight(final int i, final int x) {
        parent[i] = i;
        if (same(i, i - width)) {
            // NB: all other earlier neighbours touch the north pixel.
            parent[i] = root(i - width);
            return;
        }
        if (x > 0 && same(i, i - 1)) {
            parent[i] = root(i - 1);
        } else if (x > 0 && same(i, i - width - 1)) {
            parent[i] = root(i - width - 1);
        }
        if (x < width - 1 && same(i, i - width + 1)) {
            unite(i, i - width + 1);
        }
    }

    private boolean same(final int i, final int neighbour) {
        return neighbour >= 0 && labels[neighbour] == labels[i];
    }

    private void unite(final int i, final int j) {
        final int a = root(i);
        final int b = root(j);
        parent[Math.max(a, b)] = Math.min(a, b);
    }

    private int root(final int start) {
        int i = start;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /** Turns parents into numbers: a parent comes before its child, and has its number already. */
    private void number() {
        int n = 0;
        for (int i = 0; i < parent.length; i++) {
            final int p = parent[i];
            if (p < 0) {
                parent[i] = p + 1;
            } else {
                parent[i] = p == i ? ++n : parent[p];
            }
        }
    }
}
