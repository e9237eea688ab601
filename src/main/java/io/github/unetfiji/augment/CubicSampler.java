package io.github.unetfiji.augment;

import io.github.unetfiji.augment.CubicSurface.KeysKernel;
import io.github.unetfiji.augment.RowSampler.FixedPoint;

/** Bicubic convolution (a = -0.5) of a mirrored plane; see {@link KeysKernel}. */
final class CubicSampler implements RowSampler {

    private final float[] source;
    private final int width;
    private final int height;
    private final float[] target;

    CubicSampler(final float[] source, final int width, final int height, final float[] target) {
        this.source = source;
        this.width = width;
        this.height = height;
        this.target = target;
    }

    @Override
    public void sample(final double[] x, final double[] y, final int count, final int offset) {
        final int lastX = width - 4;
        final int lastY = height - 4;
        for (int i = 0; i < count; i++) {
            final long fixedX = FixedPoint.of(x[i]);
            final long fixedY = FixedPoint.of(y[i]);
            final int left = FixedPoint.floor(fixedX) - 1;
            final int top = FixedPoint.floor(fixedY) - 1;
            final float tx = FixedPoint.fraction(fixedX);
            final float ty = FixedPoint.fraction(fixedY);
            if ((left | top | (lastX - left) | (lastY - top)) >= 0) {
                target[offset + i] = inside(top * width + left, tx, ty);
            } else {
                target[offset + i] = mirrored(left, top, tx, ty);
            }
        }
    }

    private float inside(final int at, final float tx, final float ty) {
        final float w0 = ((-0.5f * tx + 1) * tx - 0.5f) * tx;
        final float w1 = (1.5f * tx - 2.5f) * tx * tx + 1;
        final float w2 = ((-1.5f * tx + 2) * tx + 0.5f) * tx;
        final float w3 = (0.5f * tx - 0.5f) * tx * tx;
        final float p0 = line(at, w0, w1, w2, w3);
        final float p1 = line(at + width, w0, w1, w2, w3);
        final float p2 = line(at + 2 * width, w0, w1, w2, w3);
        final float p3 = line(at + 3 * width, w0, w1, w2, w3);
        return between(p0, p1, p2, p3, ty);
    }

    private float line(
            final int at, final float w0, final float w1, final float w2, final float w3) {
        return w0 * source[at] + w1 * source[at + 1] + w2 * source[at + 2] + w3 * source[at + 3];
    }

    private float mirrored(final int left, final int top, final float tx, final float ty) {
        final int x0 = MirrorPadding.index(left, width);
        final int x1 = MirrorPadding.index(left + 1, width);
        final int x2 = MirrorPadding.index(left + 2, width);
        final int x3 = MirrorPadding.index(left + 3, width);
        final float p0 = line(top, x0, x1, x2, x3, tx);
        final float p1 = line(top + 1, x0, x1, x2, x3, tx);
        final float p2 = line(top + 2, x0, x1, x2, x3, tx);
        final float p3 = line(top + 3, x0, x1, x2, x3, tx);
        return between(p0, p1, p2, p3, ty);
    }

    private float line(
            final int row, final int x0, final int x1, final int x2, final int x3, final float tx) {
        final int at = MirrorPadding.index(row, height) * width;
        return between(source[at + x0], source[at + x1], source[at + x2], source[at + x3], tx);
    }

    private static float between(
            final float p0, final float p1, final float p2, final float p3, final float t) {
        final float c1 = 0.5f * (p2 - p0);
        final float c2 = p0 - 2.5f * p1 + 2 * p2 - 0.5f * p3;
        final float c3 = 0.5f * (p3 - p0) + 1.5f * (p1 - p2);
        return ((c3 * t + c2) * t + c1) * t + p1;
    }
}
