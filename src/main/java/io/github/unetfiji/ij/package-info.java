/**
 * The bridge between the library and ImageJ's images: an {@code ImagePlus} is read as slices, labels or probabilities without
 * copying its stack, results become an {@code ImagePlus} that fits its input, and image files are opened and written. Slices are
 * counted over all Z positions of the first frame, then of the next; channels belong to a slice. Start from {@link
 * io.github.unetfiji.ij.ImagePlusSlices} for images that come in, and from {@link io.github.unetfiji.ij.ResultImage} for results.
 *
 * <pre>{@code
 * ImagePlus image = ImageFiles.open(Path.of("stack.tif"));          // a TIFF stack stays on disk
 * SliceSource slices = ImagePlusSlices.of(image);
 * LabelMap truth = ImagePlusLabels.of(labels).slice(0);
 * ImagePlus result = ResultImage.of(planes, image, "stack-classes", List.of());
 * }</pre>
 */
package io.github.unetfiji.ij;
