package io.github.unetfiji.phantom;

/**
 * Random numbers that belong to the points of an integer lattice: the same point always gets the
 * same number, and nothing is stored.
 *
 * <p>Integer arithmetic only, hence bit-identical on every JVM. Thread-safe.
 *
 * @param seed tells apart hashes of the same lattice
 */
record LatticeHash(long seed) {

    /** An independent hash, for another property of the same points. */
    LatticeHash derive(final long purpose) {
        return new LatticeHash(mix(seed + mix(purpose + 0x632BE59BD9B4E019L)));
    }

    /** 64 random bits for the point. */
    long bits(final long x, final long y, final long z) {
        final long planar = x * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(y * 0xD1B54A32D192ED03L, 32);
        return mix(mix(seed ^ planar) + z * 0xABC98388FB8FAC03L);
    }

    /** A uniform number in [0, 1) for the point. */
    double unit(final long x, final long y, final long z) {
        return (bits(x, y, z) >>> 11) * 0x1p-53;
    }

    /** A uniform number in [low, high) for the point. */
    double between(final double low, final double high, final long x, final long y, final long z) {
        return low + (high - low) * unit(x, y, z);
    }

    /** A nearly normal number (mean 0, sd 1, within +-3.5) for the point: four uniform ones summed. */
    double normal(final long x, final long y, final long z) {
        final long bits = bits(x, y, z);
        final double sum = part(bits, 0) + part(bits, 1) + part(bits, 2) + part(bits, 3);
        // NB: the variance of a uniform number is 1/12, of the sum of four 1/3.
        return (sum - 2) * 1.7320508075688772;
    }

    /** One of four independent numbers in [0, 1) that the bits of a point hold: part 0, 1, 2 or 3. */
    static double part(final long bits, final int part) {
        return (bits >>> (16 * part) & 0xFFFF) * 0x1p-16;
    }

    private static long mix(final long value) {
        long v = value;
        v = (v ^ v >>> 32) * 0xD6E8FEB86659FD93L;
        v = (v ^ v >>> 29) * 0xA0761D6478BD642FL;
        return v ^ v >>> 32;
    }
}
