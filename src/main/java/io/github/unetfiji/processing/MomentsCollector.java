package io.github.unetfiji.processing;

import java.util.Arrays;

/**
 * Collects means and standard deviations in double precision. Squares are summed around the mean of each block and then merged,
 * so that large offsets lose no digits (Chan, Golub &amp; LeVeque 1983, doi:10.1080/00031305.1983.10483115).
 */
final class MomentsCollector implements Collector {

    private final Measure.Moments measure;
    private long count;
    private double[] means = new double[0];
    private double[] squares = new double[0];

    MomentsCollector(final Measure.Moments measure) {
        this.measure = measure;
    }

    @Override
    public int passes() {
        return 1;
    }

    @Override
    public void add(final NamedTensor block, final int pass) {
        final Groups groups = Groups.joint(block, measure.axes());
        final double[] blockMeans = means(block.values(), groups);
        merge(groups.size(), blockMeans, squares(block.values(), groups, blockMeans));
    }

    private static double[] means(final float[] values, final Groups groups) {
        final double[] sums = new double[groups.count()];
        groups.forEach(
                (from, length, group, step) -> {
                    if (step == 0) {
                        sums[group] += sum(values, from, length);
                    } else {
                        for (int i = 0; i < length; i++) {
                            sums[group + i] += values[from + i];
                        }
                    }
                });
        return Arrays.stream(sums).map(sum -> sum / groups.size()).toArray();
    }

    private static double[] squares(
            final float[] values, final Groups groups, final double[] around) {
        final double[] sums = new double[groups.count()];
        groups.forEach(
                (from, length, group, step) -> {
                    if (step == 0) {
                        sums[group] += squares(values, from, length, around[group]);
                    } else {
                        for (int i = 0; i < length; i++) {
                            final double distance = values[from + i] - around[group + i];
                            sums[group + i] += distance * distance;
                        }
                    }
                });
        return sums;
    }

    // NB: four sums at a time, which do not wait for each other.
    private static double sum(final float[] values, final int from, final int length) {
        final int end = from + length;
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 3 < end; i += 4) {
            a += values[i];
            b += values[i + 1];
            c += values[i + 2];
            d += values[i + 3];
        }
        for (; i < end; i++) {
            a += values[i];
        }
        return a + b + (c + d);
    }

    private static double squares(
            final float[] values, final int from, final int length, final double around) {
        final int end = from + length;
        double a = 0;
        double b = 0;
        int i = from;
        for (; i + 1 < end; i += 2) {
            final double one = values[i] - around;
            final double two = values[i + 1] - around;
            a += one * one;
            b += two * two;
        }
        if (i < end) {
            final double one = values[i] - around;
            a += one * one;
        }
        return a + b;
    }

    private void merge(
            final long otherCount, final double[] otherMeans, final double[] otherSquares) {
        if (count == 0) {
            means = otherMeans;
            squares = otherSquares;
        } else {
            final double both = count + otherCount;
            for (int g = 0; g < means.length; g++) {
                final double apart = otherMeans[g] - means[g];
                squares[g] += otherSquares[g] + apart * apart * count * otherCount / both;
                means[g] += apart * otherCount / both;
            }
        }
        count += otherCount;
    }

    @Override
    public MeasureValues values() {
        return new MeasureValues(
                means, Arrays.stream(squares).map(sum -> Math.sqrt(sum / count)).toArray());
    }
}
