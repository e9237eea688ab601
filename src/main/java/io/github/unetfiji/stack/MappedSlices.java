package io.github.unetfiji.stack;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The slices of an image, each with the intensities that a function makes of it when it is read.
 *
 * @param change the function, (channel, y, x) to (channel, y, x)
 */
record MappedSlices(SliceSource source, UnaryOperator<float[]> change) implements SliceSource {

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

    @Override
    public float[] slice(final int index) {
        return change.apply(source.slice(index));
    }
}
