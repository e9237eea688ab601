package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;
import java.util.EnumMap;
import java.util.Map;

/**
 * Averages the class probabilities over rotated and mirrored versions of a slice, one version at a
 * time: beside that version only the mean is in memory, whatever their number.
 *
 * <p>Without averaging the probabilities are those of the network to the bit. Not thread-safe.
 */
final class AveragedInference implements SliceClassifier {

    private final SliceClassifier network;
    private final Averaging averaging;

    AveragedInference(final SliceClassifier network, final Averaging averaging) {
        this.network = network;
        this.averaging = averaging;
    }

    Averaging averaging() {
        return averaging;
    }

    @Override
    public int factor() {
        return network.factor();
    }

    /** The tiles of all versions. */
    @Override
    public int tiles(final int width, final int height) {
        return averaging.symmetries().stream().mapToInt(s -> tiles(s, width, height)).sum();
    }

    private int tiles(final Symmetry symmetry, final int width, final int height) {
        return network.tiles(symmetry.width(width, height), symmetry.height(width, height));
    }

    /** The mean over the versions. */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        if (averaging == Averaging.NONE) {
            return network.probabilities(image, width, height, progress);
        }
        final Mean mean = new Mean();
        forEachVersion(image, width, height, progress, mean::add);
        return mean.values;
    }

    /**
     * How much the versions disagree: the standard deviation over them of each class's probability, of
     * the classes the largest.
     *
     * <p>NB: the largest, not that of the most probable class, because a doubt between two other classes
     * counts as well, and because the map then does not jump where the most probable class changes. With
     * two classes all of these are the same.
     *
     * @return (y, x), x fastest; 0 .. 0.5 of probabilities
     */
    float[] uncertainty(
            final float[] image, final int width, final int height, final Progress progress) {
        final Deviation deviation = new Deviation();
        forEachVersion(image, width, height, progress, deviation::add);
        return deviation.largest(width * height * factor() * factor());
    }

    /** Receives the probabilities of a version, where the mapping says they lie. */
    @FunctionalInterface
    private interface Sink {
        void add(float[] probabilities, Symmetry.Mapping mapping);
    }

    private void forEachVersion(
            final float[] image,
            final int width,
            final int height,
            final Progress progress,
            final Sink sink) {
        // NB: all counted before the first is computed: there are more tiles if memory does not
        // suffice.
        final Map<Symmetry, Integer> tiles = new EnumMap<>(Symmetry.class);
        averaging.symmetries().forEach(s -> tiles.put(s, tiles(s, width, height)));
        final int total = tiles.values().stream().mapToInt(Integer::intValue).sum();
        int done = 0;
        for (final Symmetry symmetry : averaging.symmetries()) {
            sink.add(
                    network.probabilities(
                            symmetry.mapping(width, height).apply(image),
                            symmetry.width(width, height),
                            symmetry.height(width, height),
                            progress.part(done, tiles.get(symmetry), total)),
                    symmetry.mapping(width * factor(), height * factor()));
            done += tiles.get(symmetry);
        }
    }

    /** The mean of planes (plane, y, x) that come one after the other, each turned in its own way. */
    private static final class Mean {

        private float[] values;
        private int count;

        void add(final float[] planes, final Symmetry.Mapping mapping) {
            if (values == null) {
                values = new float[planes.length];
            }
            count++;
            final float share = 1f / count;
            mapping.forEach(
                    planes.length,
                    (i, turned) -> values[i] += (planes[turned] - values[i]) * share);
        }
    }

    /**
     * The standard deviation of planes that come one after the other: that of the versions themselves (divided by their
     * number), not an estimate for others.
     *
     * <p>By the recurrence of Welford 1962, doi:10.1080/00401706.1962.10490022, which does not take the
     * difference of two large sums.
     */
    private static final class Deviation {

        private float[] mean;
        private float[] squares;
        private int count;

        void add(final float[] planes, final Symmetry.Mapping mapping) {
            if (mean == null) {
                mean = new float[planes.length];
                squares = new float[planes.length];
            }
            count++;
            final float share = 1f / count;
            mapping.forEach(
                    planes.length,
                    (i, turned) -> {
                        final float difference = planes[turned] - mean[i];
                        mean[i] += difference * share;
                        squares[i] += difference * (planes[turned] - mean[i]);
                    });
        }

        /**
         * The largest deviation of all planes at every pixel (y, x).
         *
         * @param size pixels of a plane
         */
        float[] largest(final int size) {
            final float[] result = new float[size];
            for (int i = 0; i < squares.length; i++) {
                result[i % size] = Math.max(result[i % size], squares[i]);
            }
            for (int i = 0; i < size; i++) {
                result[i] = (float) Math.sqrt(result[i] / count);
            }
            return result;
        }
    }
}
