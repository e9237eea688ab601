/**
 * An image, apart from where it comes from: its pixels in ImgLib2, with a name, named axes and a pixel size, and its slices as
 * a network sees them. Slices can be resampled to another pixel size and normalised; all of it happens when a slice is read, so
 * that images may be larger than the memory. Start from {@link io.github.unetfiji.stack.CalibratedImage}.
 *
 * <pre>
 * CalibratedImage&lt;UnsignedByteType&gt; stack =
 *         CalibratedImage.of("cells", ArrayImgs.unsignedBytes(bytes, 512, 512, 30), Axis.X, Axis.Y, Axis.Z);
 * SliceSource slices = SliceSource.of(stack);
 * SliceSource half = ScaledSlices.of(slices, 256, 256);
 * float[] first = Normalization.of("slice").normalized(half, Progress.NONE).slice(0);
 * </pre>
 */
package io.github.unetfiji.stack;
