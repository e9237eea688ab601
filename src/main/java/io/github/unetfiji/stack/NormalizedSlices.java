package io.github.unetfiji.stack;

import io.github.unetfiji.Progress;
import java.util.ArrayList;
import java.util.List;

/** The slices of an image whose intensities are normalised when a slice is read. */
public final class NormalizedSlices extends DerivedSlices {

    private final Normalization normalization;

    private NormalizedSlices(final SliceSource source, final Normalization normalization) {
        super(source);
        this.normalization = normalization;
    }

    /**
     * Fits a normalisation to training images. For {@link Normalization.Mode#RANGE} this finds the range of all of their
     * intensities, which the model then keeps; the other modes keep nothing in the model.
     *
     * @param images of equally many channels, at least one
     * @throws io.github.unetfiji.UNetException if an intensity is NaN or infinite
     */
    public static Normalization fit(
            final Normalization normalization,
            final List<? extends SliceSource> images,
            final Progress progress) {
        if (normalization.mode() != Normalization.Mode.RANGE) {
            return normalization;
        }
        final List<IntensityStatistics> channels = statistics(images.get(0));
        for (final SliceSource image : images) {
            collect(image, channels, progress);
        }
        return new Normalization(
                normalization.mode(), channels.stream().map(IntensityStatistics::range).toList());
    }

    /**
     * Normalises an image. For {@link Normalization.Mode#STACK} this reads all slices once.
     *
     * @param normalization of a model, or fitted to training images
     * @param progress told after every slice
     * @throws io.github.unetfiji.UNetException if an intensity is NaN or infinite, here or when the
     *     slice is read
     */
    public static NormalizedSlices of(
            final SliceSource source, final Normalization normalization, final Progress progress) {
        if (normalization.mode() != Normalization.Mode.STACK) {
            return new NormalizedSlices(source, normalization);
        }
        final List<IntensityStatistics> channels = statistics(source);
        collect(source, channels, progress);
        return new NormalizedSlices(
                source,
                new Normalization(
                        normalization.mode(),
                        channels.stream().map(IntensityStatistics::standard).toList()));
    }

    private static void collect(
            final SliceSource source,
            final List<IntensityStatistics> channels,
            final Progress progress) {
        for (int z = 0; z < source.slices(); z++) {
            progress.checkCancelled();
            add(source.slice(z), source, z, channels);
            progress.report(z + 1, source.slices(), "reading intensities");
        }
    }

    private static List<IntensityStatistics> statistics(final SliceSource source) {
        final List<IntensityStatistics> channels = new ArrayList<>();
        for (int c = 0; c < source.channels(); c++) {
            channels.add(new IntensityStatistics());
        }
        return channels;
    }

    private static void add(
            final float[] slice,
            final SliceSource source,
            final int z,
            final List<IntensityStatistics> channels) {
        for (int c = 0; c < channels.size(); c++) {
            channels.get(c).add(slice, source, c, z);
        }
    }

    private List<IntensityScale> scales(final float[] slice, final int index) {
        if (normalization.mode() == Normalization.Mode.STACK) {
            return normalization.fixed();
        }
        final List<IntensityStatistics> channels = statistics(source());
        // NB: also where the range is known: here the slice is seen, and checked, for the first
        // time.
        add(slice, source(), index, channels);
        return normalization.mode() == Normalization.Mode.SLICE
                ? channels.stream().map(IntensityStatistics::standard).toList()
                : normalization.fixed();
    }

    @Override
    public float[] slice(final int index) {
        final float[] slice = source().slice(index);
        final List<IntensityScale> scales = scales(slice, index);
        final int size = width() * height();
        for (int c = 0; c < channels(); c++) {
            scales.get(c).apply(slice, c * size, (c + 1) * size);
        }
        return slice;
    }
}
