package io.github.unetfiji.segment;

import io.github.unetfiji.stack.DerivedSlices;
import io.github.unetfiji.stack.SliceSource;
import java.util.Arrays;

/** Prepared slices whose channels are followed by those of the image as it was. */
final class PreparedAndRaw extends DerivedSlices {

    private final SliceSource image;

    PreparedAndRaw(final SliceSource prepared, final SliceSource image) {
        super(prepared);
        this.image = image;
    }

    @Override
    public int channels() {
        return 2 * image.channels();
    }

    @Override
    public float[] slice(final int index) {
        final float[] prepared = source().slice(index);
        final float[] both = Arrays.copyOf(prepared, 2 * prepared.length);
        System.arraycopy(image.slice(index), 0, both, prepared.length, prepared.length);
        return both;
    }
}
