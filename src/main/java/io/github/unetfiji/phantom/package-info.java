/**
 * Synthetic stacks that look like serial-section electron microscopy of neural tissue, with their ground truth: for tests,
 * demonstrations and first steps without data. Cells are a soft Voronoi partition of warped space, so that they go on from
 * slice to slice; organelles in them are as dark as membranes. Start from {@link io.github.unetfiji.phantom.Phantom}.
 *
 * <pre>{@code
 * PhantomSlice slice = Phantom.of(settings).slice(0);
 * byte[] image = slice.image();     // (x, y), unsigned 8-bit
 * int[] cells = slice.cells();      // (x, y), 0 = membrane
 * }</pre>
 */
package io.github.unetfiji.phantom;
