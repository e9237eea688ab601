package io.github.unetfiji.stack;

import io.github.unetfiji.UNetException;
import java.util.Locale;

/** Mean, standard deviation and range of the intensities of one channel, collected plane by plane. */
final class IntensityStatistics {

    private long count;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    /**
     * Adds a plane of the channel. Sums of squares are taken around the mean of each plane and then merged, so that large
     * offsets lose no digits (Chan, Golub &amp; LeVeque 1983, doi:10.1080/00031305.1983.10483115).
     *
     * @param values (channel, y, x)
     * @param slice for the message, from 0
     * @throws UNetException if a value is NaN or infinite
     */
    void add(final float[] values, final SliceSource source, final int channel, final int slice) {
        final int size = source.width() * source.height();
        final int from = channel * size;
        // NB: not the fields, which would be written again for every pixel.
        float lowest = Float.POSITIVE_INFINITY;
        float highest = Float.NEGATIVE_INFINITY;
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            final float value = values[i];
            if (!Float.isFinite(value)) {
                throw notFinite(value, i - from, source, channel, slice);
            }
            sum += value;
            lowest = value < lowest ? value : lowest;
            highest = value > highest ? value : highest;
        }
        min = Math.min(min, lowest);
        max = Math.max(max, highest);
        final double planeMean = sum / size;
        double planeSquares = 0;
        for (int i = from; i < from + size; i++) {
            final double distance = values[i] - planeMean;
            planeSquares += distance * distance;
        }
        merge(size, planeMean, planeSquares);
    }

    private void merge(final long otherCount, final double otherMean, final double otherSquares) {
        final long both = count + otherCount;
        final double apart = otherMean - mean;
        squares += otherSquares + apart * apart * count * otherCount / both;
        mean += apart * otherCount / both;
        count = both;
    }

    /**
     * Checks a slice.
     *
     * @param values (channel, y, x)
     * @param slice for the message, from 0
     * @throws UNetException if a value is NaN or infinite
     */
    static void checkFinite(final float[] values, final SliceSource source, final int slice) {
        final int size = source.width() * source.height();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw notFinite(values[i], i % size, source, i / size, slice);
            }
        }
    }

    private static UNetException notFinite(
            final float value,
            final int index,
            final SliceSource source,
            final int channel,
            final int slice) {
        return new UNetException(
                String.format(
                        Locale.ROOT,
                        "The image%s holds %s at x=%d, y=%d of slice %d%s: only finite intensities can"
                                + " be used.",
                        source.name().isEmpty() ? "" : " '" + source.name() + "'",
                        value,
                        index % source.width(),
                        index / source.width(),
                        slice + 1,
                        source.channels() > 1 ? ", channel " + (channel + 1) : ""));
    }

    IntensityScale standard() {
        // NB: the mean of equal values may differ from them in the last digit, and the deviation
        // would be nothing but that.
        return min == max
                ? IntensityScale.standard(min, 0)
                : IntensityScale.standard(mean, Math.sqrt(squares / count));
    }

    IntensityScale range() {
        return IntensityScale.range(min, max);
    }
}
