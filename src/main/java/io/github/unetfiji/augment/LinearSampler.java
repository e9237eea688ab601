package io.github.unetfiji.augment;

import io.github.unetfiji.augment.RowSampler.FixedPoint;

/** Bilinear interpolation of a mirrored plane. */
final class LinearSampler implements RowSampler {

    private final float[] source;
    private final int width;
    private final int height;
    private final float[] target;

    LinearSampler(final float[] source, final int width, final int height, final float[] target) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.target = target;
    }

    @Override
    public void sample(final double[] x, final double[] y, final int count, final int offset) {
        final int lastX = width - 2;
        final int lastY = height - 2;
        for (int i = 0; i < count; i++) {
            final long fixedX = FixedPoint.of(x[i]);
            final long fixedY = FixedPoint.of(y[i]);
            final int left = FixedPoint.floor(fixedX);
            final int top = FixedPoint.floor(fixedY);
            final float tx = FixedPoint.fraction(fixedX);
            final float ty = FixedPoint.fraction(fixedY);
            // NB: one test for all four borders: a negative number has its sign bit set.
            if ((left | top | (lastX - left) | (lastY - top)) >= 0) {
                final int at = top * width + left;
                final float upper = source[at] + tx * (source[at + 1] - source[at]);
                final int below = at + width;
                final float lower = source[below] + tx * (source[below + 1] - source[below]);
                target[offset + i] = upper + ty * (lower - upper);
            } else {
                target[offset + i] = mirrored(left, top, tx, ty);
            }
        }
    }

    private float mirrored(final int left, final int top, final float tx, final float ty) {
        final int x0 = MirrorPadding.index(left, width);
        final int x1 = MirrorPadding.index(left + 1, width);
        final int y0 = MirrorPadding.index(top, height) * width;
        final int y1 = MirrorPadding.index(top + 1, height) * width;
        final float upper = source[y0 + x0] + tx * (source[y0 + x1] - source[y0 + x0]);
        final float lower = source[y1 + x0] + tx * (source[y1 + x1] - source[y1 + x0]);
        return upper + ty * (lower - upper);
    }
}
