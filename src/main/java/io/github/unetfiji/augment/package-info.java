/**
 * Augmentation: many different training samples from a few annotated slices (Ronneberger et al. 2015, section 3.1,
 * doi:10.1007/978-3-319-24574-4_28). Elastic deformation, rotation, mirroring, scale and shift are composed to one smooth
 * coordinate map per sample, by which image, labels and weights are interpolated once, with mirror padding; then the gray
 * values are varied. A sample depends on the seed and its number alone, not on threads or the order of calls. Start from {@link
 * io.github.unetfiji.augment.Augmenter}.
 *
 * <pre>{@code
 * Augmenter augmenter = Augmenter.of(AugmentationSettings.defaults(), PatchShape.square(572, 92), seed);
 * AugmentedSample sample = augmenter.sample(slices, 0);
 * float[] image = sample.channel(0);      // (x, y), 572 x 572
 * int[] labels = sample.labels();         // (x, y), 388 x 388: without the halo of 92 px
 * }</pre>
 *
 * <p>Planes are primitive arrays in row-major order, index = y * width + x.
 */
package io.github.unetfiji.augment;
