package io.github.unetfiji.evaluate;

/** What a pixel does to the topology of the truth when it is made what the proposal says. */
public enum MismatchKind {
    /** Truth cell, proposal membrane: cuts a cell in two. */
    SPLIT,
    /** Truth membrane, proposal cell: joins two cells. */
    MERGER,
    /** Makes a hole: an island of membrane in a cell. */
    HOLE_ADDITION,
    /** Fills a hole, or opens it to the membrane outside. */
    HOLE_DELETION,
    /** A cell that the truth has not. */
    OBJECT_ADDITION,
    /** A cell of the truth that vanishes. */
    OBJECT_DELETION
}
