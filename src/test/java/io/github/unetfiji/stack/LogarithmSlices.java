package io.github.unetfiji.stack;

import java.util.Optional;

/**
 * Slices with the logarithm of their intensities, for images whose bright objects hide the others.
 *
 * @param source its intensities are 0 or more
 */
public record LogarithmSlices(SliceSource source) implements SliceSource {

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
        final float[] slice = source.slice(index);
        for (int i = 0; i < slice.length; i++) {
            slice[i] = (float) Math.log1p(slice[i]);
        }
        return slice;
    }
}
