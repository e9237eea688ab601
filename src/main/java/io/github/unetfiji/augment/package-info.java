/**
 * Augmentation: many different training samples from a few annotated slices.
 *
 * <p>One smooth coordinate map per sample (elastic deformation, rotation, mirroring, scale, shift) is
 * applied by a single interpolation of the mirrored source; then the gray values are varied.
 * Ronneberger, Fischer &amp; Brox 2015, section 3.1, doi:10.1007/978-3-319-24574-4_28.
 *
 * <p>Planes are primitive arrays in row-major order, index = y * width + x.
 */
package io.github.unetfiji.augment;
