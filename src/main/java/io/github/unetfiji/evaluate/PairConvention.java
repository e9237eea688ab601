package io.github.unetfiji.evaluate;

/**
 * How the Rand index counts pairs of pixels.
 *
 * <p>The two differ by the pairs of a pixel with itself. Say which one was used: the 2012 challenge
 * counted {@link #N_CHOOSE_2}, the analysis of 2015 (Arganda-Carreras et al.) {@link #N_SQUARED}.
 */
public enum PairConvention {
    /** Ordered pairs, a pixel with itself included: n^2. */
    N_SQUARED,
    /** Pairs of two different pixels: n (n - 1) / 2. */
    N_CHOOSE_2
}
