package io.github.unetfiji.stack;

/** The meaning of an axis of an image. The constants are in the order of the axes of every result. */
public enum Axis {
    /** Columns, from left to right. */
    X,
    /** Rows, from top to bottom. */
    Y,
    /** Channels of an image, or classes of a result. */
    CHANNEL,
    /** Sections of a volume, from top to bottom. */
    Z,
    /** Points in time. */
    TIME
}
