/**
 * The operations of BioImage.IO 0.5.7 before and after a program, with their exact formulas, on tensors and on the slices of
 * an image. Statistics are those of a sample (a slice) or of the data set (all slices), as the operation says. Start from
 * {@link io.github.unetfiji.processing.Preprocessing}.
 */
package io.github.unetfiji.processing;
