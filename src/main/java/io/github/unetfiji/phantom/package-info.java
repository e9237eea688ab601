/**
 * Phantom stacks that look like serial-section electron microscopy of neural tissue, with ground
 * truth, of any size, from a seed: for demonstrations, tests and benchmarks without data.
 *
 * <p>{@link io.github.unetfiji.phantom.Phantom} is the door. Every value is a pure function of
 * (seed, x, y, z), so that nothing depends on the image size, the order of slices or the threads.
 */
package io.github.unetfiji.phantom;
