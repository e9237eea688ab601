package io.github.unetfiji.processing;

/**
 * Finds percentiles exactly in two passes and in little memory: the first pass counts values by the upper 16 of their 32 bits,
 * which tells where the wanted ranks lie; the second counts by the lower 16 bits those whose upper bits are these.
 *
 * <p>NB: integers in the order of the floats: the bits of a float that is not negative, and the inverse of one that is.
 */
final class RankCollector implements Collector {

    private static final int BINS = 1 << 16;

    private final Measure.Percentile measure;
    private long count;
    private long[][] upper = new long[0][];
    private Rank[] below = new Rank[0];
    private Rank[] above = new Rank[0];

    RankCollector(final Measure.Percentile measure) {
        this.measure = measure;
    }

    @Override
    public int passes() {
        return 2;
    }

    @Override
    public void add(final NamedTensor block, final int pass) {
        final Groups groups = Groups.joint(block, measure.axes());
        if (pass == 0) {
            if (upper.length == 0) {
                upper = new long[groups.count()][BINS];
            }
            count += groups.size();
            groups.forEach(
                    (from, length, group, step) -> {
                        for (int i = from; i < from + length; i++) {
                            upper[group + (i - from) * step][key(block.values()[i]) >>> 16]++;
                        }
                    });
        } else {
            if (below.length == 0) {
                findBins();
            }
            groups.forEach(
                    (from, length, group, step) -> {
                        for (int i = from; i < from + length; i++) {
                            final int key = key(block.values()[i]);
                            final int g = group + (i - from) * step;
                            below[g].add(key);
                            above[g].add(key);
                        }
                    });
        }
    }

    private void findBins() {
        below = new Rank[upper.length];
        above = new Rank[upper.length];
        final double place = measure.place(count);
        for (int g = 0; g < upper.length; g++) {
            below[g] = Rank.of(upper[g], (long) Math.floor(place));
            above[g] = Rank.of(upper[g], (long) Math.ceil(place));
        }
        upper = new long[0][];
    }

    private static int key(final float value) {
        // NB: + 0 makes 0 of -0, which are equal.
        final int bits = Float.floatToIntBits(value + 0f);
        return bits >= 0 ? bits ^ Integer.MIN_VALUE : ~bits;
    }

    private static float value(final int key) {
        return Float.intBitsToFloat(key < 0 ? key ^ Integer.MIN_VALUE : ~key);
    }

    @Override
    public MeasureValues values() {
        final double[] values = new double[below.length];
        final double place = measure.place(count);
        for (int g = 0; g < values.length; g++) {
            final double low = value(below[g].key());
            values[g] = low + (place - Math.floor(place)) * (value(above[g].key()) - low);
        }
        return new MeasureValues(values, new double[0]);
    }

    /**
     * The value of a rank, whose upper bits are known.
     *
     * @param upperBits of its key
     * @param rank among the values with these upper bits, from 0
     * @param lower how many of them have each lower bits
     */
    private record Rank(int upperBits, long rank, long[] lower) {

        static Rank of(final long[] counts, final long rank) {
            long before = 0;
            int bin = 0;
            while (before + counts[bin] <= rank) {
                before += counts[bin++];
            }
            return new Rank(bin, rank - before, new long[BINS]);
        }

        void add(final int key) {
            if (key >>> 16 == upperBits) {
                lower[key & (BINS - 1)]++;
            }
        }

        int key() {
            long before = 0;
            int bin = 0;
            while (before + lower[bin] <= rank) {
                before += lower[bin++];
            }
            return upperBits << 16 | bin;
        }
    }
}
