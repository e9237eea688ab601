package io.github.unetfiji.evaluate;

/** What can be asked for of a map of cells. */
public enum InstanceMetric {
    /** SEG of the Cell Tracking Challenge. */
    SEG,
    /** Cells found, made up and missed. */
    OBJECTS,
    /** IoU of cell against background. */
    FOREGROUND
}
