package io.github.unetfiji.augment;

import io.github.unetfiji.augment.SampleRandom.Purpose;

/**
 * Gray-value variation of one channel of one sample: blur, then a smooth increasing curve with
 * contrast and brightness, then noise.
 *
 * <p>Works on normalised images (mean 0, sd 1), and its units are standard deviations of the image. At
 * strength s:
 *
 * <ul>
 *   <li>curve: through (0, 0), with slopes between the gray values -3, -1.5, 0, 1.5, 3 drawn from 1.4^-s
 *       to 1.4^s (evenly on a logarithmic scale), of mean slope 1, straight beyond, always increasing;
 *   <li>contrast: a factor from 1.25^-s to 1.25^s, likewise;
 *   <li>brightness: a shift from -0.25 s to 0.25 s;
 *   <li>blur: Gaussian with a sd from 0 to the largest set, px;
 *   <li>noise: independent per pixel, nearly Gaussian (bounded at 3.46 sd), its sd from 0 to the largest
 *       set.
 * </ul>
 *
 * <p>With strength, blur and noise 0 nothing is touched. The order of gray values is kept unless there is
 * blur or noise; NaN stays NaN. Immutable.
 */
public final class IntensityVariation {

    private static final double[] KNOTS = {-3, -1.5, 0, 1.5, 3};
    private static final double SLOPE = 1.4;
    private static final double CONTRAST = 1.25;
    private static final double BRIGHTNESS = 0.25;
    private static final int TABLE_INTERVALS = 1024;
    private static final float TABLE_LOW = -6;
    private static final float TABLE_STEPS_PER_UNIT = TABLE_INTERVALS / 12f;

    private final float[] table;
    private final double blur;
    private final double noise;
    private final long noiseSeed;

    private IntensityVariation(
            final float[] table, final double blur, final double noise, final long noiseSeed) {
        this.table = table;
        this.blur = blur;
        this.noise = noise;
        this.noiseSeed = noiseSeed;
    }

    /**
     * Variation of channel c of sample i.
     *
     * @param seed of the run
     * @param sample number of the sample
     * @param channel number of the channel; channels vary independently
     */
    public static IntensityVariation of(
            final AugmentationSettings settings,
            final long seed,
            final long sample,
            final int channel) {
        final SampleRandom random =
                new SampleRandom(seed, sample, Purpose.INTENSITY + (long) channel);
        return new IntensityVariation(
                table(settings.intensity(), random),
                settings.blur() * random.uniform(),
                settings.noise() * random.uniform(),
                random.bits());
    }

    private static float[] table(final double strength, final SampleRandom random) {
        final double contrast = StrictMath.pow(CONTRAST, strength * random.uniform(-1, 1));
        final double brightness = strength * BRIGHTNESS * random.uniform(-1, 1);
        final MonotoneCurve curve = curve(strength, random);
        if (strength == 0) {
            return new float[0];
        }
        final float[] table = new float[TABLE_INTERVALS + 1];
        for (int i = 0; i <= TABLE_INTERVALS; i++) {
            final double gray = TABLE_LOW + i / (double) TABLE_STEPS_PER_UNIT;
            table[i] = (float) (contrast * curve.value(gray) + brightness);
        }
        return table;
    }

    private static MonotoneCurve curve(final double strength, final SampleRandom random) {
        final double[] y = new double[KNOTS.length];
        for (int i = 1; i < y.length; i++) {
            final double slope = StrictMath.pow(SLOPE, strength * random.uniform(-1, 1));
            y[i] = y[i - 1] + slope * (KNOTS[i] - KNOTS[i - 1]);
        }
        final int last = y.length - 1;
        final double middle = y[last / 2];
        final double scale = (KNOTS[last] - KNOTS[0]) / (y[last] - y[0]);
        for (int i = 0; i <= last; i++) {
            y[i] = (y[i] - middle) * scale;
        }
        return new MonotoneCurve(KNOTS, y);
    }

    /** Whether nothing is changed. */
    public boolean isNone() {
        return table.length == 0 && blur == 0 && noise == 0;
    }

    /**
     * Varies a patch in place.
     *
     * @param plane (x, y) of normalised gray values, width * height
     */
    public void apply(final float[] plane, final int width, final int height) {
        if (blur > 0) {
            GaussianBlur.inPlace(plane, width, height, blur);
        }
        if (table.length > 0) {
            map(plane);
        }
        if (noise > 0) {
            addNoise(plane);
        }
    }

    private void map(final float[] plane) {
        for (int i = 0; i < plane.length; i++) {
            final float at = (plane[i] - TABLE_LOW) * TABLE_STEPS_PER_UNIT;
            final int interval = Math.max(0, Math.min(TABLE_INTERVALS - 1, (int) at));
            final float from = table[interval];
            // NB: the fraction is not clamped: beyond the table the curve goes on straight.
            plane[i] = from + (at - interval) * (table[interval + 1] - from);
        }
    }

    private void addNoise(final float[] plane) {
        final SampleRandom random = new SampleRandom(noiseSeed, 0, Purpose.NOISE);
        final float sd = (float) noise;
        for (int i = 0; i < plane.length; i++) {
            plane[i] += sd * random.quickGaussian();
        }
    }
}
