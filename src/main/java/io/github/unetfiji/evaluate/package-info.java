/**
 * How good a segmentation is, in the numbers that the field compares: the errors of the ISBI 2012
 * challenge for probability maps ({@link io.github.unetfiji.evaluate.Evaluation}), and for label maps
 * SEG of the Cell Tracking Challenge, IoU and Dice per class, precision, recall and F1 of objects.
 *
 * <p>Planes are row-major primitive arrays, index = y * width + x. The cost is linear in the number
 * of pixels, whatever the number of cells.
 */
package io.github.unetfiji.evaluate;
