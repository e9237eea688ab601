package io.github.unetfiji.phantom;

/**
 * Makes an image of gray levels: shot and detector noise, slight blur, uneven illumination, and a brightness
 * and contrast that change from slice to slice.
 */
final class Microscope {

    /** How far around a pixel the blur looks, px. */
    static final int BLUR = 2;

    // NB: the kernel 1 8 14 8 1 (sd 0.87 px) leaves 326/1024 of the sd of white noise in 2-D.
    private static final double NOISE_LEFT = 326.0 / 1024;
    private static final double REFERENCE = 160;
    private static final double SHADING_WAVE = 450;

    private final int z;
    private final double noise;
    private final LatticeHash noiseHash;
    private final SmoothNoise shading;
    private final double contrast;
    private final double brightness;

    Microscope(final int z, final PhantomSettings settings, final LatticeHash hash) {
        this.z = z;
        noise = settings.noise() / NOISE_LEFT;
        noiseHash = hash.derive(1);
        shading = new SmoothNoise(hash.derive(2));
        contrast = hash.derive(3).between(0.85, 1.12, 0, 0, z);
        brightness = hash.derive(4).between(-14, 12, 0, 0, z);
    }

    /**
     * Makes the image of a region.
     *
     * @param levels gray levels of {@code region}; overwritten
     * @param region has at least {@link #BLUR} px more on every side than {@code inner}
     * @param inner the pixels of the image
     * @param image where the rows of {@code inner} go
     * @param offset index in {@code image} of the first pixel of {@code inner}
     */
    void expose(
            final float[] levels,
            final Region region,
            final Region inner,
            final byte[] image,
            final int offset) {
        addNoise(levels, region);
        for (int row = 0; row < region.height(); row++) {
            blurRow(levels, row * region.width(), region.width());
        }
        int target = offset;
        for (int y = inner.y(); y < inner.y() + inner.height(); y++) {
            for (int x = inner.x(); x < inner.x() + inner.width(); x++) {
                final double level = blurred(levels, region.index(x, y), region.width());
                image[target++] =
                        (byte) Math.round(Math.max(0, Math.min(255, develop(level, x, y))));
            }
        }
    }

    private void addNoise(final float[] levels, final Region region) {
        int index = 0;
        for (int y = region.y(); y < region.y() + region.height(); y++) {
            for (int x = region.x(); x < region.x() + region.width(); x++) {
                // Half detector noise, half shot noise, whose variance grows with the light.
                final double light = Math.max(0, levels[index]) / REFERENCE;
                final double sd = noise * Math.sqrt(0.5 + 0.5 * light);
                levels[index++] += (float) (sd * noiseHash.normal(x, y, z));
            }
        }
    }

    private static void blurRow(final float[] levels, final int start, final int width) {
        float a = levels[start];
        float b = a;
        float c = a;
        float d = levels[start + Math.min(1, width - 1)];
        for (int x = 0; x < width; x++) {
            final float e = levels[start + Math.min(x + BLUR, width - 1)];
            levels[start + x] = (a + e + 8 * (b + d) + 14 * c) / 32;
            a = b;
            b = c;
            c = d;
            d = e;
        }
    }

    private static double blurred(final float[] levels, final int index, final int stride) {
        return (levels[index - 2 * stride]
                        + levels[index + 2 * stride]
                        + 8 * (levels[index - stride] + levels[index + stride])
                        + 14 * levels[index])
                / 32;
    }

    private double develop(final double level, final int x, final int y) {
        final double light = 40 * shading.inPlane(x / SHADING_WAVE, y / SHADING_WAVE, z);
        return 128 + contrast * (level - 128) + brightness + light;
    }
}
