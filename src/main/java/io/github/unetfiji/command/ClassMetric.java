package io.github.unetfiji.command;

/** What can be asked for of a map of classes. */
enum ClassMetric {
    /** IoU and Dice coefficient of each class. */
    IOU
}
