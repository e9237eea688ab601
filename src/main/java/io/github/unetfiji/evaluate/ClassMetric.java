package io.github.unetfiji.evaluate;

/** What can be asked for of a map of classes. */
public enum ClassMetric {
    /** IoU and Dice coefficient of each class. */
    IOU
}
