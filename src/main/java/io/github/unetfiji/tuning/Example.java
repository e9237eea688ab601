package io.github.unetfiji.tuning;

import io.github.unetfiji.labels.LabelMap;

/**
 * A slice of which both the probabilities and the truth are known.
 *
 * @param probabilities (class, y, x), background first
 * @param classes the true class of every pixel, 0 = background, {@link LabelMap#IGNORE} = not known
 */
public record Example(float[] probabilities, LabelMap classes) {}
