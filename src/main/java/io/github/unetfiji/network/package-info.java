/**
 * The U-Net as data: its architecture, its parameters, and the precision that it computes with. The names, shapes and numbers
 * of all layers follow from the {@link io.github.unetfiji.network.Architecture}, as do the memory and the operations of a
 * pass. Nothing here computes a network; start from the architecture.
 *
 * <pre>
 * Architecture paper = Architecture.of(4, 64, 1, 2); // depth, features, channels, classes
 * paper.parameterCount();                            // 31,030,658
 * Parameters random = Parameters.initial(paper, 1);  // by a seed
 * Tensor first = random.get("enc0.conv1.weight");    // (out, in, height, width)
 * </pre>
 */
package io.github.unetfiji.network;
