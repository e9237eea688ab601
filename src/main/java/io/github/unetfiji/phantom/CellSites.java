package io.github.unetfiji.phantom;

import io.github.unetfiji.phantom.SoftVoronoi.Interval;

/**
 * The jittered lattice of sites from which cells grow, as far as a warped region needs it.
 *
 * <p>There is one site in every unit cube of tissue space. Most sites are a cell of their own;
 * where the nearest <i>head</i> (one site in a block of 3 x 3 x 2) is a large cell, they belong to
 * it. So few large cells lie among many small ones, and a cell's id is a site's place.
 */
final class CellSites {

    private static final double JITTER = 0.9;
    private static final int BLOCK = 3;
    private static final int BLOCK_DEPTH = 2;
    private static final double LARGE_CELLS = 0.42;

    private final LatticeHash hash;
    private final LatticeHash headHash;
    private final LatticeHash largeHash;
    private final int u0;
    private final int v0;
    private final int w0;
    private final int countU;
    private final int countV;
    private final double[] position;
    private final int[] cell;

    /** All sites that reach the warped region. */
    CellSites(final TissueWarp warp, final LatticeHash hash) {
        this.hash = hash;
        headHash = hash.derive(1);
        largeHash = hash.derive(2);
        final Interval u = Interval.of(warp.u);
        final Interval v = Interval.of(warp.v);
        final Interval w = Interval.of(warp.w);
        u0 = u.firstCube();
        v0 = v.firstCube();
        w0 = w.firstCube();
        countU = u.lastCube() + 1 - u0;
        countV = v.lastCube() + 1 - v0;
        final int count = countU * countV * (w.lastCube() + 1 - w0);
        position = new double[3 * count];
        cell = new int[count];
        for (int site = 0; site < count; site++) {
            place(site);
        }
    }

    /** Index of the site in the unit cube. */
    int index(final int u, final int v, final int w) {
        return ((w - w0) * countV + v - v0) * countU + u - u0;
    }

    /** Place of a site along axis 0, 1 or 2 (u, v, w), in lattice pitches. */
    double position(final int site, final int axis) {
        return position[3 * site + axis];
    }

    /** Id of the cell that the site belongs to, at least 1. */
    int cell(final int site) {
        return cell[site];
    }

    private void place(final int site) {
        final int u = u0 + site % countU;
        final int v = v0 + site / countU % countV;
        final int w = w0 + site / countU / countV;
        for (int axis = 0; axis < 3; axis++) {
            position[3 * site + axis] = coordinate(axis, u, v, w);
        }
        cell[site] = owner(site, u, v, w);
    }

    private double coordinate(final int axis, final int u, final int v, final int w) {
        final int base = axis == 0 ? u : axis == 1 ? v : w;
        final double jitter = LatticeHash.part(hash.bits(u, v, w), axis) - 0.5;
        return base + 0.5 + JITTER * jitter;
    }

    private int owner(final int site, final int u, final int v, final int w) {
        double nearest = Double.MAX_VALUE;
        int[] head = null;
        for (int k = -1; k <= 1; k++) {
            for (int j = -1; j <= 1; j++) {
                for (int i = -1; i <= 1; i++) {
                    final int[] candidate =
                            head(
                                    block(u, BLOCK) + i,
                                    block(v, BLOCK) + j,
                                    block(w, BLOCK_DEPTH) + k);
                    final double distance = squaredDistance(site, candidate);
                    if (distance < nearest) {
                        nearest = distance;
                        head = candidate;
                    }
                }
            }
        }
        final boolean large = largeHash.unit(head[0], head[1], head[2]) < LARGE_CELLS;
        return large ? id(head[0], head[1], head[2]) : id(u, v, w);
    }

    private int[] head(final int blockU, final int blockV, final int blockW) {
        final long bits = headHash.bits(blockU, blockV, blockW);
        return new int[] {
            blockU * BLOCK + (int) (LatticeHash.part(bits, 0) * BLOCK),
            blockV * BLOCK + (int) (LatticeHash.part(bits, 1) * BLOCK),
            blockW * BLOCK_DEPTH + (int) (LatticeHash.part(bits, 2) * BLOCK_DEPTH)
        };
    }

    private double squaredDistance(final int site, final int[] other) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            final double d =
                    position[3 * site + axis] - coordinate(axis, other[0], other[1], other[2]);
            sum += d * d;
        }
        return sum;
    }

    /** Ids repeat only after 4096 pitches along x or y and 128 along z. */
    private static int id(final int u, final int v, final int w) {
        final int packed =
                Math.floorMod(w + 16, 128) << 24
                        | Math.floorMod(v + 32, 4096) << 12
                        | Math.floorMod(u + 32, 4096);
        return packed == 0 ? 1 : packed;
    }

    private static int block(final int index, final int size) {
        return Math.floorDiv(index, size);
    }
}
