package io.github.unetfiji.evaluate;

/** The errors of a probability map that can be asked for. */
public enum Metric {
    /** Pixels that differ. */
    PIXEL,
    /** Pairs of pixels that differ, on the foreground of the truth. */
    RAND,
    /** V_Rand and V_Info after the membranes of the proposal were thinned. */
    THINNED,
    /** Mistakes in topology. */
    WARPING
}
