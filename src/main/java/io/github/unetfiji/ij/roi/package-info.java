/**
 * Cells as ImageJ's ROIs, in both directions: what a person outlined becomes annotations to train on, and the objects of a
 * segmentation become outlines. ROIs are read from the ROI Manager, an overlay or files; the name of a ROI tells its class, its
 * position the slice. Start from {@link io.github.unetfiji.ij.roi.RoiAnnotations} for annotations, and from {@link
 * io.github.unetfiji.ij.roi.ObjectOutlines} for results.
 *
 * <pre>{@code
 * RoiAnnotations annotations = RoiAnnotations.of(image, RoiFiles.open(Path.of("RoiSet.zip")));
 * List<String> classes = annotations.classNames();
 * }</pre>
 */
package io.github.unetfiji.ij.roi;
