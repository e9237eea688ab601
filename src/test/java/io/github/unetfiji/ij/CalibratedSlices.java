package io.github.unetfiji.ij;

import io.github.unetfiji.stack.LengthUnit;
import io.github.unetfiji.stack.PixelSize;
import io.github.unetfiji.stack.SliceSource;
import java.util.Optional;

/** Slices whose pixels have a size. */
public record CalibratedSlices(SliceSource image, Optional<PixelSize> pixelSize)
        implements SliceSource {

    /** Pixels of so many nanometers. */
    public static CalibratedSlices of(final SliceSource image, final double x, final double y) {
        return new CalibratedSlices(image, Optional.of(new PixelSize(x, y, LengthUnit.NANOMETER)));
    }

    @Override
    public String name() {
        return "calibrated";
    }

    @Override
    public int width() {
        return image.width();
    }

    @Override
    public int height() {
        return image.height();
    }

    @Override
    public int channels() {
        return image.channels();
    }

    @Override
    public int slices() {
        return image.slices();
    }

    @Override
    public float[] slice(final int index) {
        return image.slice(index);
    }
}
