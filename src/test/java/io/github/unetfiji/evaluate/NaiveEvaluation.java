package io.github.unetfiji.evaluate;

import io.github.unetfiji.evaluate.WarpingError.MismatchCounts;
import io.github.unetfiji.evaluate.WarpingError.MismatchKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/** The definitions word for word, at any cost: what the fast code is held against. */
final class NaiveEvaluation {

    private static final int[] DX = {-1, 0, 1, -1, 1, -1, 0, 1};
    private static final int[] DY = {-1, -1, -1, 0, 0, 1, 1, 1};

    private NaiveEvaluation() {}

    /** Components of the true pixels by flood filling, 1..n; 0 elsewhere and outside. */
    static int[][] components(final boolean[][] mask, final boolean corners) {
        final int[][] ids = new int[mask.length][mask[0].length];
        int n = 0;
        for (int y = 0; y < mask.length; y++) {
            for (int x = 0; x < mask[0].length; x++) {
                if (mask[y][x] && ids[y][x] == 0) {
                    flood(mask, ids, x, y, ++n, corners);
                }
            }
        }
        return ids;
    }

    private static void flood(
            final boolean[][] mask,
            final int[][] ids,
            final int x,
            final int y,
            final int id,
            final boolean corners) {
        final boolean outside = y < 0 || x < 0 || y >= mask.length || x >= mask[0].length;
        if (outside || !mask[y][x] || ids[y][x] != 0) {
            return;
        }
        ids[y][x] = id;
        for (int k = 0; k < DX.length; k++) {
            if (corners || DX[k] == 0 || DY[k] == 0) {
                flood(mask, ids, x + DX[k], y + DY[k], id, corners);
            }
        }
    }

    /** One piece of foreground at the pixel's edges and one of background in the 3 x 3 around it. */
    static boolean simple(final boolean[][] plane, final int x, final int y) {
        final boolean[][] cell = new boolean[3][3];
        final boolean[][] membrane = new boolean[3][3];
        for (int k = 0; k < DX.length; k++) {
            final boolean value = at(plane, x + DX[k], y + DY[k]);
            cell[1 + DY[k]][1 + DX[k]] = value;
            membrane[1 + DY[k]][1 + DX[k]] = !value;
        }
        final int[][] cells = components(cell, false);
        final int[][] membranes = components(membrane, true);
        final Set<Integer> cellIds = new HashSet<>();
        final Set<Integer> membraneIds = new HashSet<>();
        for (int k = 0; k < DX.length; k++) {
            if (DX[k] == 0 || DY[k] == 0) {
                cellIds.add(cells[1 + DY[k]][1 + DX[k]]);
            }
            membraneIds.add(membranes[1 + DY[k]][1 + DX[k]]);
        }
        cellIds.remove(0);
        membraneIds.remove(0);
        return cellIds.size() == 1 && membraneIds.size() == 1;
    }

    private static boolean at(final boolean[][] plane, final int x, final int y) {
        return y >= 0 && x >= 0 && y < plane.length && x < plane[0].length && plane[y][x];
    }

    /** Warps the truth in place, all mismatches listed and sorted anew in every pass. */
    static void warp(final boolean[][] truth, final float[][] proposal, final double threshold) {
        boolean changed = true;
        while (changed) {
            changed = false;
            final List<int[]> order = mismatches(truth, proposal, threshold);
            order.sort(
                    Comparator.comparingDouble(
                            p -> -(float) Math.abs(proposal[p[1]][p[0]] - threshold)));
            for (final int[] p : order) {
                if (simple(truth, p[0], p[1])) {
                    truth[p[1]][p[0]] = !truth[p[1]][p[0]];
                    changed = true;
                }
            }
        }
    }

    private static List<int[]> mismatches(
            final boolean[][] truth, final float[][] proposal, final double threshold) {
        final List<int[]> found = new ArrayList<>();
        for (int x = 0; x < truth[0].length; x++) {
            for (int y = 0; y < truth.length; y++) {
                if (truth[y][x] != (proposal[y][x] > threshold)) {
                    found.add(new int[] {x, y});
                }
            }
        }
        return found;
    }

    /** Warps, classifies every mismatch, and counts pixels and mistakes. */
    static WarpingError warpingError(
            final boolean[][] truth,
            final float[][] proposal,
            final double threshold,
            final int radius) {
        warp(truth, proposal, threshold);
        final int height = truth.length;
        final int width = truth[0].length;
        final MismatchKind[][] kinds = new MismatchKind[height][width];
        for (final int[] p : mismatches(truth, proposal, threshold)) {
            kinds[p[1]][p[0]] = kind(truth, p[0], p[1], radius);
        }
        final long[] pixels = new long[6];
        final long[] mistakes = new long[6];
        for (final MismatchKind kind : MismatchKind.values()) {
            for (final boolean cell : new boolean[] {false, true}) {
                final boolean[][] mask = new boolean[height][width];
                for (int y = 0; y < height; y++) {
                    for (int x = 0; x < width; x++) {
                        mask[y][x] = kinds[y][x] == kind && truth[y][x] == cell;
                        pixels[kind.ordinal()] += mask[y][x] ? 1 : 0;
                    }
                }
                final boolean corners =
                        kind == MismatchKind.MERGER || (kind == MismatchKind.HOLE_ADDITION && cell);
                mistakes[kind.ordinal()] += max(components(mask, corners));
            }
        }
        return new WarpingError(
                (long) width * height, MismatchCounts.of(pixels), MismatchCounts.of(mistakes));
    }

    private static MismatchKind kind(
            final boolean[][] truth, final int x, final int y, final int radius) {
        final boolean cell = truth[y][x];
        final Set<Integer> ids = idsAround(components(truth, false), x, y);
        if (ids.size() > 2) {
            return cell ? MismatchKind.SPLIT : MismatchKind.MERGER;
        }
        if (ids.size() == 2 && !cell) {
            return MismatchKind.HOLE_ADDITION;
        }
        if (ids.size() == 2) {
            final boolean whole = radius > truth.length || radius > truth[0].length;
            final boolean[][] window = new boolean[truth.length][truth[0].length];
            for (int j = 0; j < truth.length; j++) {
                for (int i = 0; i < truth[0].length; i++) {
                    final boolean near = Math.abs(i - x) <= radius && Math.abs(j - y) <= radius;
                    window[j][i] = truth[j][i] && (whole || near) && (i != x || j != y);
                }
            }
            final Set<Integer> pieces = idsAround(components(window, false), x, y);
            pieces.remove(0);
            return pieces.size() > 1 ? MismatchKind.SPLIT : MismatchKind.HOLE_DELETION;
        }
        if (ids.contains(0)) {
            return cell ? MismatchKind.OBJECT_DELETION : MismatchKind.OBJECT_ADDITION;
        }
        return cell ? MismatchKind.HOLE_ADDITION : MismatchKind.HOLE_DELETION;
    }

    private static Set<Integer> idsAround(final int[][] ids, final int x, final int y) {
        final Set<Integer> found = new HashSet<>();
        for (int k = 0; k < DX.length; k++) {
            final int i = x + DX[k];
            final int j = y + DY[k];
            if (i >= 0 && j >= 0 && j < ids.length && i < ids[0].length) {
                found.add(ids[j][i]);
            }
        }
        return found;
    }

    private static int max(final int[][] ids) {
        int max = 0;
        for (final int[] row : ids) {
            for (final int id : row) {
                max = Math.max(max, id);
            }
        }
        return max;
    }

    /** Every ordered pair of foreground pixels; a pixel of proposal membrane is its own segment. */
    static PairCounts pairs(final int[] truth, final int[] proposal) {
        double pixels = 0;
        double same = 0;
        double inTruth = 0;
        double inProposal = 0;
        for (int i = 0; i < truth.length; i++) {
            pixels += truth[i] > 0 ? 1 : 0;
            for (int j = 0; j < truth.length; j++) {
                if (truth[i] > 0 && truth[j] > 0) {
                    final boolean a = truth[i] == truth[j];
                    final boolean b = i == j || (proposal[i] > 0 && proposal[i] == proposal[j]);
                    inTruth += a ? 1 : 0;
                    inProposal += b ? 1 : 0;
                    same += a && b ? 1 : 0;
                }
            }
        }
        return new PairCounts(pixels, pixels * pixels, inTruth, inProposal, same);
    }

    /** Shannon entropy of the foreground pixels' segments, in nats. */
    static double entropy(final int[] truth, final IntPredicate[] segments) {
        double pixels = 0;
        for (final int label : truth) {
            pixels += label > 0 ? 1 : 0;
        }
        double entropy = 0;
        for (final IntPredicate segment : segments) {
            double size = 0;
            for (int i = 0; i < truth.length; i++) {
                size += truth[i] > 0 && segment.test(i) ? 1 : 0;
            }
            entropy -= size == 0 ? 0 : size / pixels * Math.log(size / pixels);
        }
        return entropy;
    }
}
