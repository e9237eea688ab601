package io.github.unetfiji.augment;

/** Interpolation of gray values between pixels. Labels are always taken from the nearest pixel. */
public enum Interpolation {
    /** Bilinear, 2x2 pixels. */
    LINEAR,
    /**
     * Bicubic convolution with a = -0.5, 4x4 pixels (Keys 1981, doi:10.1109/TASSP.1981.1163711):
     * sharper, can overshoot. Not the prefiltered cubic B-spline of SciPy's {@code order=3}.
     */
    CUBIC
}
