package io.github.unetfiji.evaluate;

/** The errors that can be computed of a probability map. */
public enum Metric {
    /** Pixel error: pixels on which prediction and truth differ. */
    PIXEL,
    /** Rand error: pairs of pixels on which they differ, on the foreground of the truth. */
    RAND,
    /** V_Rand and V_Info after the membranes of the proposal were thinned. */
    THINNED,
    /** Warping error: mistakes in topology. */
    WARPING
}
