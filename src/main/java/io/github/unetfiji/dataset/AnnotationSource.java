package io.github.unetfiji.dataset;

/**
 * The annotations of a stack of equally large slices as the user gave them: the values of a label image, or regions that the
 * user drew.
 */
public sealed interface AnnotationSource permits LabelSource, RegionSource {

    /** Width in px, at least 1. */
    int width();

    /** Height in px, at least 1. */
    int height();

    /** Number of slices, at least 1. */
    int slices();
}
