/**
 * A network on a device: loads the engine (libtorch through DJL), chooses a GPU or the processor, and computes tiles. Beside
 * {@code optimize} this is the only package that knows DJL; the engine opens no connection and loads its libraries from a
 * folder of the user's own. Start from {@link io.github.unetfiji.engine.Network}.
 *
 * <pre>
 * ComputeDevice device = ComputeDevice.of("auto");
 * try (Network network = Network.forInference(architecture, parameters, device, device.precision("auto"))) {
 *     float[] probabilities = network.probabilities(tile, 572, 572); // (class, 388, 388) at depth 4
 * }
 * </pre>
 */
package io.github.unetfiji.engine;
