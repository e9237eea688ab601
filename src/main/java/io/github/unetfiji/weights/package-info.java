/**
 * Pixel weights of the loss: class balance and the border weight map (Ronneberger et al. 2015, eq.
 * 2, doi:10.1007/978-3-319-24574-4_28).
 *
 * <p>Weight maps are {@code float[]} planes, index = y * width + x; a weight has no unit, distances
 * and sigmas are in pixels.
 */
package io.github.unetfiji.weights;
