package io.github.unetfiji.segment;

import io.github.unetfiji.Progress;

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

    /** The tiles of all versions. */
    @Override
    public int tiles(final int width, final int height) {
        return averaging.symmetries().stream()
                .mapToInt(s -> network.tiles(s.width(width, height), s.height(width, height)))
                .sum();
    }

    /** The mean over the versions. */
    @Override
    public float[] probabilities(
            final float[] image, final int width, final int height, final Progress progress) {
        if (averaging == Averaging.NONE) {
            return network.probabilities(image, width, height, progress);
        }
        final MeanOfVersions mean = new MeanOfVersions();
        forEachVersion(image, width, height, progress, mean::add);
        return mean.values();
    }

    /**
     * How much the versions disagree: the standard deviation over them of each class's probability, of
     * the classes the largest.
     *
     * <p>NB: the largest, not that of the most probable class, because a doubt between two other classes
     * counts as well, and because the map then does not jump where the most probable class changes. With
     * two classes all of these are the same.
     *
     * @return (y, x), x fastest; 0 .. 0.5
     */
    float[] uncertainty(
            final float[] image, final int width, final int height, final Progress progress) {
        final DeviationOfVersions deviation = new DeviationOfVersions();
        forEachVersion(image, width, height, progress, deviation::add);
        return deviation.largest(width * height);
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
        final int total = tiles(width, height);
        int done = 0;
        for (final Symmetry symmetry : averaging.symmetries()) {
            final int w = symmetry.width(width, height);
            final int h = symmetry.height(width, height);
            final int tiles = network.tiles(w, h);
            final Symmetry.Mapping mapping = symmetry.mapping(width, height);
            sink.add(
                    network.probabilities(
                            mapping.apply(image), w, h, new Share(progress, done, tiles, total)),
                    mapping);
            done += tiles;
        }
    }

    /** The part of the progress that is one version's. */
    private record Share(Progress progress, int before, int tiles, int total) implements Progress {

        @Override
        public void report(final long done, final long all, final String message) {
            // NB: there may be more tiles than planned, if memory did not suffice.
            progress.report(before + done * tiles / all, total, message);
        }

        @Override
        public boolean isCancelled() {
            return progress.isCancelled();
        }
    }
}
