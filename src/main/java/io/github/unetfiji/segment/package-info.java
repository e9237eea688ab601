/**
 * Segments images with a trained model: class probabilities, classes, instances, and the uncertainty.
 *
 * <p>A {@link io.github.unetfiji.segment.Segmenter} holds a model on a device. It brings an image to the pixel size and the
 * intensities of the model, runs the network over it in tiles, averages over turned versions if that is wanted, and brings
 * the result back to the pixels of the image. A {@link io.github.unetfiji.segment.Segmentation} gives the result as lazily
 * computed ImgLib2 images or as ordered streams; {@link io.github.unetfiji.segment.SegmentationOptions} say how.
 *
 * <pre>
 * try (Segmenter segmenter = Segmenter.of(ModelPackage.read(Path.of("cells.zip")))) {
 *     Segmentation result = segmenter.segment(image);
 *     CalibratedImage&lt;UnsignedIntType&gt; cells = result.instances();
 * }
 * </pre>
 */
package io.github.unetfiji.segment;
