package io.github.unetfiji.intensity;

import io.github.unetfiji.Progress;
import io.github.unetfiji.image.SliceSource;
import java.util.ArrayList;
import java.util.List;

/** The slices of an image with normalised intensities. */
public final class NormalizedSlices implements SliceSource {

    private final SliceSource source;
    private final Normalization normalization;

    private NormalizedSlices(final SliceSource source, final Normalization normalization) {
        this.source = source;
        this.normalization = normalization;
    }

    /**
     * Normalises an image. Unless the scale is known from training or belongs to a slice, this reads
     * all slices once.
     *
     * @param progress told after every slice
     * @throws io.github.unetfiji.UNetException if an intensity is NaN or infinite, here or when the slice is read
     */
    public static NormalizedSlices of(
            final SliceSource source, final Normalization normalization, final Progress progress) {
        if (normalization.mode() == Normalization.Mode.SLICE || !normalization.fixed().isEmpty()) {
            return new NormalizedSlices(source, normalization);
        }
        final List<Statistics> channels = statistics(source);
        for (int z = 0; z < source.slices(); z++) {
            progress.checkCancelled();
            add(source.slice(z), source, z, channels);
            progress.report(z + 1, source.slices(), "reading intensities");
        }
        return new NormalizedSlices(
                source, new Normalization(normalization.mode(), scales(normalization, channels)));
    }

    private static List<Statistics> statistics(final SliceSource source) {
        final List<Statistics> channels = new ArrayList<>();
        for (int c = 0; c < source.channels(); c++) {
            channels.add(new Statistics());
        }
        return channels;
    }

    private static void add(
            final float[] slice,
            final SliceSource source,
            final int z,
            final List<Statistics> channels) {
        for (int c = 0; c < channels.size(); c++) {
            channels.get(c).add(slice, source, c, z);
        }
    }

    private static List<IntensityScale> scales(
            final Normalization normalization, final List<Statistics> channels) {
        final boolean range = normalization.mode() == Normalization.Mode.RANGE;
        return channels.stream().map(s -> range ? s.range() : s.standard()).toList();
    }

    /**
     * The normalisation for the model: with the range of this image if it is {@link
     * Normalization.Mode#RANGE}, otherwise computed anew for every image.
     */
    public Normalization forModel() {
        return normalization.mode() == Normalization.Mode.RANGE
                ? normalization
                : new Normalization(normalization.mode(), List.of());
    }

    @Override
    public float[] slice(final int index) {
        final float[] slice = source.slice(index);
        final List<Statistics> channels = statistics(source);
        // NB: also where the scale is known: the slice of a file is seen here for the first time.
        add(slice, source, index, channels);
        final List<IntensityScale> scales =
                normalization.mode() == Normalization.Mode.SLICE
                        ? scales(normalization, channels)
                        : normalization.fixed();
        final int size = width() * height();
        for (int c = 0; c < channels(); c++) {
            scales.get(c).apply(slice, c * size, (c + 1) * size);
        }
        return slice;
    }

    @Override
    public int width() {
        return source.width();
    }

    @Override
    public int height() {
        return source.height();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int slices() {
        return source.slices();
    }
}
