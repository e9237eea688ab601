package io.github.unetfiji.dataset;

/**
 * What the pixels of a stack of equally large slices are, as it was given: the values of a label image,
 * or regions that were drawn.
 */
public sealed interface AnnotationSource permits LabelSource, RegionSource {

    /** Width in px, at least 1. */
    int width();

    /** Height in px, at least 1. */
    int height();

    /** Number of slices, at least 1. */
    int slices();
}
