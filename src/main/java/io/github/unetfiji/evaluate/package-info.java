/**
 * Scores of segmentations, as the field defines them: for probability maps the pixel, Rand and warping errors of the ISBI 2012
 * challenge, for label maps SEG of the Cell Tracking Challenge, IoU and Dice coefficient of each class, precision, recall and
 * F1 of objects. Slices are read when they are needed, and their scores are summed, not averaged, where the definition says so.
 * Start from {@link io.github.unetfiji.evaluate.Evaluation} for probabilities and from {@link
 * io.github.unetfiji.evaluate.LabelEvaluation} for labels.
 *
 * <pre>{@code
 * Evaluation evaluation = Evaluation.of(predictions, truths, EvaluationSettings.builder().build(), Progress.NONE);
 * double rand = evaluation.stack().randError(PairConvention.N_CHOOSE_2).value();
 * double seg = SegScore.of(trueCells, foundCells).value();
 * }</pre>
 *
 * <p>Planes are row-major primitive arrays, index = y * width + x. The cost is linear in the number of pixels, whatever the
 * number of cells.
 */
package io.github.unetfiji.evaluate;
