package io.github.unetfiji.augment;

/**
 * Random numbers that depend only on (seed, sample, purpose): sample i of seed s is the same whatever the number of
 * threads, the order of calls, or the Java version.
 *
 * <p>The three numbers are mixed into one 64-bit state, which then counts up by the golden ratio and
 * is mixed at every step: SplitMix64 of Steele, Lea &amp; Flood, <i>Fast splittable pseudorandom number
 * generators</i>, OOPSLA 2014, doi:10.1145/2660193.2660195. Every purpose has numbers of its own, so that switching
 * one kind of augmentation off leaves the others as they were. Not thread-safe: one per sample.
 */
final class SampleRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;
    private static final float FOUR_UNIFORMS_TO_UNIT_SD = (float) (Math.sqrt(3) / 65536);
    private static final float FOUR_UNIFORMS_MEAN = 2 * 65535;

    private long state;

    SampleRandom(final long seed, final long sample, final long stream) {
        state = mix(mix(mix(seed + GOLDEN) + sample * GOLDEN) + stream * GOLDEN);
    }

    /** A bijection of the 64-bit numbers in which every input bit changes about half of the output. */
    private static long mix(final long z) {
        long m = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        m = (m ^ (m >>> 27)) * 0x94D049BB133111EBL;
        return m ^ (m >>> 31);
    }

    long bits() {
        state += GOLDEN;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    double uniform() {
        return (bits() >>> 11) * UNIT;
    }

    /** Uniform in [low, high). */
    double uniform(final double low, final double high) {
        return low + (high - low) * uniform();
    }

    /** An integer, uniform in low..high, both included. */
    int integer(final int low, final int high) {
        final long count = (long) high - low + 1;
        return (int) (low + (long) (uniform() * count));
    }

    boolean coin() {
        return bits() < 0;
    }

    /** Gaussian with mean 0 and sd 1 (Box and Muller 1958; the same bits on every machine). */
    double gaussian() {
        final double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
        return radius * StrictMath.cos(2 * Math.PI * uniform());
    }

    /**
     * Nearly Gaussian with mean 0 and sd 1, from one draw: the sum of four 16-bit uniforms, so never
     * beyond 3.46 sd. For noise, where there is one a pixel.
     */
    float quickGaussian() {
        final long b = bits();
        final long sum = (b & 0xFFFF) + ((b >>> 16) & 0xFFFF) + ((b >>> 32) & 0xFFFF) + (b >>> 48);
        return (sum - FOUR_UNIFORMS_MEAN) * FOUR_UNIFORMS_TO_UNIT_SD;
    }

    /** The purposes of random numbers; each has its own stream. */
    static final class Purpose {

        static final long SOURCE = 1;
        static final long POSITION = 2;
        static final long MOTION = 3;
        static final long DISPLACEMENT = 4;
        static final long NOISE = 5;
        static final long FOCUS = 6;

        /** And all above it, one per channel. */
        static final long INTENSITY = 16;

        private Purpose() {}
    }
}
