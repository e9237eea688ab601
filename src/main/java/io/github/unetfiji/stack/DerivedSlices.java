package io.github.unetfiji.stack;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The slices of another source, changed when they are read. What a subclass does not change is that of the other source. */
public abstract class DerivedSlices implements SliceSource {

    private final SliceSource source;

    /** Slices of the same size, name and pixel size. */
    protected DerivedSlices(final SliceSource source) {
        this.source = source;
    }

    /**
     * The same slices with other intensities.
     *
     * @param change from (channel, y, x) to (channel, y, x)
     */
    static SliceSource mapped(final SliceSource source, final UnaryOperator<float[]> change) {
        return new DerivedSlices(source) {
            @Override
            public float[] slice(final int index) {
                return change.apply(source.slice(index));
            }
        };
    }

    /** The slices before the change. */
    protected final SliceSource source() {
        return source;
    }

    /**
     * Checks a slice of the source.
     *
     * @param slice (channel, y, x)
     * @param index 0 .. slices - 1
     * @throws io.github.unetfiji.UNetException if a value is NaN or infinite
     */
    protected final void checkFinite(final float[] slice, final int index) {
        IntensityStatistics.checkFinite(slice, source, index);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public Optional<PixelSize> pixelSize() {
        return source.pixelSize();
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
