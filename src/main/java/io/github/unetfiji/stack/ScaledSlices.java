package io.github.unetfiji.stack;

import java.util.Optional;

/**
 * The slices of an image at another size: each is resampled when it is read, which fails where a pixel is not finite.
 *
 * @see Resampler
 */
public final class ScaledSlices extends DerivedSlices {

    private final int width;
    private final int height;
    private final Resampler resampler;

    private ScaledSlices(final SliceSource source, final int width, final int height) {
        super(source);
        this.width = width;
        this.height = height;
        resampler = new Resampler(source.width(), source.height(), width, height);
    }

    /**
     * Resamples an image; returns it as it is if it has that size.
     *
     * @param width new width in px, at least 1
     * @param height new height in px, at least 1
     */
    public static SliceSource of(final SliceSource source, final int width, final int height) {
        return width == source.width() && height == source.height()
                ? source
                : new ScaledSlices(source, width, height);
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return source().pixelSize()
                .map(
                        size ->
                                new PixelSize(
                                        size.x() * source().width() / width,
                                        size.y() * source().height() / height,
                                        size.unit()));
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public float[] slice(final int index) {
        final float[] slice = source().slice(index);
        // NB: here, where the pixel that is not finite has its own coordinates.
        IntensityStatistics.checkFinite(slice, source(), index);
        return resampler.apply(slice);
    }
}
