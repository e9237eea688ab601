package io.github.unetfiji.processing;

/**
 * The values of a {@link Measure}, one for each group.
 *
 * @param first means, or percentiles
 * @param second standard deviations; empty for percentiles
 */
@SuppressWarnings("ArrayRecordComponent") // NB: never compared.
record MeasureValues(double[] first, double[] second) {}
