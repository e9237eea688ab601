package io.github.unetfiji.stack;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** The slices of another source, changed when they are read. What a subclass does not change is that of the other source. */
abstract class DerivedSlices implements SliceSource {

    private final SliceSource source;

    DerivedSlices(final SliceSource source) {
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
    final SliceSource source() {
        return source;
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
