package io.github.unetfiji.report;

/** What a spot looks like, so that kinds can be told apart without colour. */
public enum SpotShape {
    /** Round: cells cut or joined. */
    DISC {
        @Override
        boolean holds(final int dx, final int dy, final int reach) {
            // NB: the half more makes small discs round.
            return dx * dx + dy * dy <= reach * reach + reach / 2;
        }
    },
    /** Whole cells. */
    SQUARE {
        @Override
        boolean holds(final int dx, final int dy, final int reach) {
            return Math.max(Math.abs(dx), Math.abs(dy)) <= reach;
        }
    },
    /** A square on its tip: holes. */
    DIAMOND {
        @Override
        boolean holds(final int dx, final int dy, final int reach) {
            return Math.abs(dx) + Math.abs(dy) <= reach + reach / 4;
        }
    };

    /** Whether a pixel so far from the centre belongs to a spot that reaches so far, px. */
    abstract boolean holds(int dx, int dy, int reach);
}
