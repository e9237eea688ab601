/**
 * One step of training: the loss of a patch, its gradient, and the optimizer that moves the parameters. Adam, SGD and the
 * weighted cross entropy are built in; a program may bring its own {@link io.github.unetfiji.optimize.Optimizer} and {@link
 * io.github.unetfiji.optimize.Loss}, which compute with DJL's arrays. Start from {@link
 * io.github.unetfiji.optimize.TrainingStep}.
 *
 * <pre>
 * try (Network network = Network.forTraining(architecture, parameters, device, precision);
 *         TrainingStep step = new TrainingStep(network, new Adam(), WeightedCrossEntropy::of, 0, 1, Set.of())) {
 *     double loss = step.learn(1, augmenter.sample(planes, 0), 1e-3);
 * }
 * </pre>
 */
package io.github.unetfiji.optimize;
