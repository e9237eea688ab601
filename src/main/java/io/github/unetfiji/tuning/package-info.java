/**
 * Chooses how classes and objects are made of a model's probabilities by slices with truth: thresholds, the division of
 * objects that touch, the smallest object.
 */
package io.github.unetfiji.tuning;
