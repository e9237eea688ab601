/**
 * The weight of every pixel in the loss: classes balanced, and background between close cells emphasised, so that the network
 * learns to separate them (Ronneberger et al. 2015, eq. 2, doi:10.1007/978-3-319-24574-4_28). Class weights come from a whole
 * training set, the border term from each slice alone. Start from {@link io.github.unetfiji.weights.WeightMap}.
 *
 * <pre>{@code
 * ClassBalance balance = ClassBalance.builder(2).addCells(slice1).addCells(slice2).build();
 * float[] weights = WeightMap.of(slice1, balance, WeightMapSettings.builder().build(), threads);  // (x, y)
 * }</pre>
 */
package io.github.unetfiji.weights;
