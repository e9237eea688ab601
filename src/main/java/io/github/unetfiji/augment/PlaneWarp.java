package io.github.unetfiji.augment;

import io.github.unetfiji.augment.PatchShape.PatchRegion;

/**
 * Reads a source plane through a {@link SpatialTransform}: out(u, v) = source(x(u, v), y(u, v)), with
 * one interpolation and the source continued by mirror padding, whatever the distance.
 *
 * <p>Where the map puts every patch pixel on a source pixel ({@link SpatialTransform#keepsPixels()})
 * values are copied bit by bit. Time is proportional to the pixels of the region. Thread-safe.
 */
public final class PlaneWarp {

    private final SpatialTransform transform;

    private PlaneWarp(final SpatialTransform transform) {
        this.transform = transform;
    }

    /** A warp through the given map. */
    public static PlaneWarp by(final SpatialTransform transform) {
        return new PlaneWarp(transform);
    }

    /**
     * Gray values in a region of the patch.
     *
     * @param source plane (x, y), width * height values, at least one
     * @param region of the patch, for the image usually all of it
     * @return region.width() * region.height() values
     * @throws IllegalArgumentException if the source is not of that size or the region not in the patch
     */
    public float[] image(
            final float[] source,
            final int width,
            final int height,
            final PatchRegion region,
            final Interpolation interpolation) {
        check(source.length, width, height, region);
        final float[] target = new float[region.size()];
        if (transform.keepsPixels()) {
            final int[] indices = nearest(width, height, region);
            for (int i = 0; i < target.length; i++) {
                target[i] = source[indices[i]];
            }
        } else if (interpolation == Interpolation.LINEAR) {
            run(new LinearSampler(source, width, height, target), region);
        } else {
            run(new CubicSampler(source, width, height, target), region);
        }
        return target;
    }

    /**
     * Weights in a region of the patch: linear, so that none becomes negative.
     *
     * @see #image
     */
    public float[] weights(
            final float[] source, final int width, final int height, final PatchRegion region) {
        return image(source, width, height, region, Interpolation.LINEAR);
    }

    /**
     * Labels in a region of the patch: that of the nearest pixel, so no new label appears.
     *
     * @see #image
     */
    public int[] labels(
            final int[] source, final int width, final int height, final PatchRegion region) {
        check(source.length, width, height, region);
        final int[] target = nearest(width, height, region);
        for (int i = 0; i < target.length; i++) {
            target[i] = source[target[i]];
        }
        return target;
    }

    private int[] nearest(final int width, final int height, final PatchRegion region) {
        final int[] indices = new int[region.size()];
        run(new NearestIndex(width, height, indices), region);
        return indices;
    }

    private void run(final RowSampler sampler, final PatchRegion region) {
        final int count = region.width();
        final double[] x = new double[count];
        final double[] y = new double[count];
        for (int row = 0; row < region.height(); row++) {
            transform.row(region.top() + row, region.left(), count, x, y);
            sampler.sample(x, y, count, row * count);
        }
    }

    private void check(
            final int length, final int width, final int height, final PatchRegion region) {
        if (width < 1 || height < 1 || (long) width * height != length) {
            throw new IllegalArgumentException(
                    "A source of "
                            + width
                            + "x"
                            + height
                            + " px does not have "
                            + length
                            + " values");
        }
        if (region.left() + region.width() > transform.width()
                || region.top() + region.height() > transform.height()) {
            throw new IllegalArgumentException(
                    "The region "
                            + region
                            + " does not lie in the patch of "
                            + transform.width()
                            + "x"
                            + transform.height()
                            + " px");
        }
    }
}
