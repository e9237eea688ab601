/**
 * Runs a function of a tile - a network, a filter - over images of any size and any number of axes, without seams: which tile
 * sizes it accepts, how an image is cut, and the mirror-padded blocks that it reads (the overlap-tile strategy of Ronneberger,
 * Fischer &amp; Brox 2015, Fig. 2). A {@link io.github.unetfiji.tiling.TileNetwork} is such a function; start from {@link
 * io.github.unetfiji.tiling.TiledImage}, whose pixels are computed when they are accessed.
 *
 * <pre>
 * TileNetwork network = Network.forInference(architecture, parameters, device, precision);
 * TilePlan plan = TilePlan.fewestPixels(network.geometry(), new int[] {4096, 4096}, 1 &lt;&lt; 20);
 * RandomAccessibleInterval&lt;FloatType&gt; probabilities = TiledImage.of(image, network, plan); // (x, y, class)
 * </pre>
 */
package io.github.unetfiji.tiling;
