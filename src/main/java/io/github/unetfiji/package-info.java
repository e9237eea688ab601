/**
 * U-Net for Fiji: trains U-Nets on a few annotated slices and segments stacks of any size with them, after Ronneberger, Fischer
 * &amp; Brox 2015, doi:10.1007/978-3-319-24574-4_28. This package holds what all others share: {@link
 * io.github.unetfiji.UNetException}, the one family of expected failures, and {@link io.github.unetfiji.Progress}, by which long
 * work tells how far it is and learns that it is cancelled.
 *
 * <p>To segment, start from {@link io.github.unetfiji.segment.Segmenter}; to train, from {@link
 * io.github.unetfiji.training.Training}.
 *
 * <pre>
 * try {
 *     Training.of("cells", images, settings).optProgress(progress).run();
 * } catch (CancelledException e) {
 *     // The user asked to stop.
 * } catch (UNetException e) {
 *     System.err.println(e.getMessage());   // One sentence: what is wrong, what was given, what is allowed.
 * }
 * </pre>
 */
package io.github.unetfiji;
