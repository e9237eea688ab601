/**
 * Chooses how classes and objects are made of a model's probabilities: the thresholds, the division of objects that touch, and
 * the smallest size of an object. All combinations of a small grid are tried on slices whose truth is known and that the model
 * was not trained on; the one with the best mean IoU and average precision is taken. Start from {@link
 * io.github.unetfiji.tuning.Tuning}.
 *
 * <pre>{@code
 * TuningExample example = new TuningExample(probabilities, classes);     // (class, y, x) and (x, y)
 * Optional<TuningResult> result = Tuning.of(List.of(example), 2, Progress.NONE);
 * result.ifPresent(found -> System.out.println(found.best()));
 * }</pre>
 */
package io.github.unetfiji.tuning;
