package io.github.unetfiji.labels;

/** The pixels that count as neighbours of a pixel. */
public enum Connectivity {
    /** Pixels that share an edge. */
    FOUR,
    /** Pixels that share an edge or a corner. */
    EIGHT
}
