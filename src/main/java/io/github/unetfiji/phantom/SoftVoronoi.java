package io.github.unetfiji.phantom;

import java.util.Arrays;

/**
 * The two cells that compete for a point of tissue: the one that has it and the runner-up, and how
 * far the border between them is.
 *
 * <p>The squared distance of a cell of one site is that to the site, d^2, up to {@link #REACH}; of a
 * cell of several sites it is a smooth minimum, 1 / (1/REACH + sqrt(sum (d^-2 - 1/REACH)^2)), so
 * that its flanks are round. Sites out of reach do not count: O(1) per point. Not thread-safe.
 */
final class SoftVoronoi {

    /** Squared distance where the influence of a site ends, square pitches. */
    private static final double REACH = 1.65;

    private static final double END = 1 / REACH;
    private static final double TINY = 1e-9;
    private static final int MOST_SITES = 512;

    private final CellSites sites;
    private final double[] u = new double[MOST_SITES];
    private final double[] v = new double[MOST_SITES];
    private final double[] w = new double[MOST_SITES];
    private final int[] slot = new int[MOST_SITES];
    private final double[] closeness = new double[MOST_SITES];
    private final int[] cellOfSlot = new int[MOST_SITES];
    private final double[] sum = new double[MOST_SITES];
    private final double[] gradient = new double[3];
    private int count;
    private int slots;
    private int first;
    private int second;

    SoftVoronoi(final CellSites sites) {
        this.sites = sites;
    }

    /** Collects the sites that can reach a box of tissue; points must then lie in the box. */
    void prepare(final Interval boxU, final Interval boxV, final Interval boxW) {
        count = 0;
        slots = 0;
        for (int cw = boxW.firstCube(); cw <= boxW.lastCube(); cw++) {
            for (int cv = boxV.firstCube(); cv <= boxV.lastCube(); cv++) {
                for (int cu = boxU.firstCube(); cu <= boxU.lastCube(); cu++) {
                    final int site = sites.index(cu, cv, cw);
                    final double du = boxU.distance(sites.position(site, 0));
                    final double dv = boxV.distance(sites.position(site, 1));
                    final double dw = boxW.distance(sites.position(site, 2));
                    if (du * du + dv * dv + dw * dw < REACH) {
                        add(site);
                    }
                }
            }
        }
    }

    /** Moves to a point in tissue coordinates; afterwards the other methods speak about it. */
    void moveTo(final double pu, final double pv, final double pw) {
        Arrays.fill(sum, 0, slots, 0);
        for (int s = 0; s < count; s++) {
            final double du = pu - u[s];
            final double dv = pv - v[s];
            final double dw = pw - w[s];
            final double r = Math.max(END, 1 / (du * du + dv * dv + dw * dw + TINY));
            closeness[s] = r;
            sum[slot[s]] += (r - END) * (r - END);
        }
        rank();
        Arrays.fill(gradient, 0);
        addGradient(first, -1, pu, pv, pw);
        if (second >= 0) {
            addGradient(second, 1, pu, pv, pw);
        }
    }

    /** Id of the cell that has the point. */
    int cell() {
        return cellOfSlot[first];
    }

    /** Distance of the runner-up minus distance of the owner, both squared, square pitches. */
    double gap() {
        return (second < 0 ? REACH : squaredDistance(second)) - squaredDistance(first);
    }

    /** Derivative of {@link #gap()} along tissue axis 0, 1 or 2 (u, v, w). */
    double gradient(final int axis) {
        return gradient[axis];
    }

    private double squaredDistance(final int aSlot) {
        return 1 / (Math.sqrt(sum[aSlot]) + END);
    }

    private void rank() {
        first = 0;
        second = -1;
        for (int s = 1; s < slots; s++) {
            if (sum[s] > sum[first]) {
                second = first;
                first = s;
            } else if (second < 0 || sum[s] > sum[second]) {
                second = s;
            }
        }
    }

    private void addGradient(
            final int aSlot, final double sign, final double pu, final double pv, final double pw) {
        if (sum[aSlot] == 0) {
            return;
        }
        final double distance = squaredDistance(aSlot);
        final double common = 2 * sign * distance * distance / Math.sqrt(sum[aSlot]);
        for (int s = 0; s < count; s++) {
            if (slot[s] == aSlot) {
                final double c = closeness[s];
                final double weight = common * (c - END) * c * c;
                gradient[0] += weight * (pu - u[s]);
                gradient[1] += weight * (pv - v[s]);
                gradient[2] += weight * (pw - w[s]);
            }
        }
    }

    private void add(final int site) {
        u[count] = sites.position(site, 0);
        v[count] = sites.position(site, 1);
        w[count] = sites.position(site, 2);
        slot[count++] = slotOf(sites.cell(site));
    }

    private int slotOf(final int cell) {
        for (int s = 0; s < slots; s++) {
            if (cellOfSlot[s] == cell) {
                return s;
            }
        }
        cellOfSlot[slots] = cell;
        return slots++;
    }

    /**
     * A range of one tissue coordinate.
     *
     * @param low lower bound, lattice pitches
     * @param high upper bound, lattice pitches
     */
    record Interval(double low, double high) {

        /** Sites farther away than this along one axis are out of reach, lattice pitches. */
        private static final double REACH = 1.3;

        /** The range of some values. */
        static Interval of(final double... values) {
            double low = values[0];
            double high = values[0];
            for (final double value : values) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
            return new Interval(low, high);
        }

        /** The first unit cube whose site may reach the range. */
        int firstCube() {
            return (int) Math.floor(low - REACH);
        }

        /** The last unit cube whose site may reach the range. */
        int lastCube() {
            return (int) Math.floor(high + REACH);
        }

        /** Distance of a value from the range, 0 inside. */
        double distance(final double value) {
            return Math.max(0, Math.max(low - value, value - high));
        }
    }
}
