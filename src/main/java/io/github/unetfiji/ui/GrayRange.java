package io.github.unetfiji.ui;

import java.util.Arrays;

/** Maps intensities to gray values 0..255 so that all but the few extreme ones can be told apart. */
record GrayRange(float min, float max) {

    private static final int SAMPLES = 20_000;
    private static final double SATURATED = 0.005;

    /** The range of an image without its darkest and brightest half percent. */
    static GrayRange of(final float[] image) {
        final int step = Math.max(1, image.length / SAMPLES);
        final float[] sorted = new float[(image.length + step - 1) / step];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = image[i * step];
        }
        Arrays.sort(sorted);
        final int cut = (int) (SATURATED * sorted.length);
        return new GrayRange(sorted[cut], sorted[sorted.length - 1 - cut]);
    }

    int gray(final float value) {
        if (max <= min) {
            return 128;
        }
        return Math.max(0, Math.min(255, Math.round(255 * (value - min) / (max - min))));
    }
}
