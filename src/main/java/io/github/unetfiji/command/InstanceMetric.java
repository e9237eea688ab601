package io.github.unetfiji.command;

/** What can be asked for of a map of cells. */
enum InstanceMetric {
    /** SEG of the Cell Tracking Challenge. */
    SEG,
    /** Cells found, made up and missed. */
    OBJECTS,
    /** IoU of cell against background. */
    FOREGROUND
}
