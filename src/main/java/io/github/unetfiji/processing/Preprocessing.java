package io.github.unetfiji.processing;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.stack.Normalizer;
import io.github.unetfiji.stack.SliceSource;

/** Prepares the slices of an image for a program, as its package says. */
public final class Preprocessing implements Normalizer {

    /** The preprocessing of an input. */
    public static Preprocessing of(final TensorDescription input) {
        throw new UnsupportedOperationException("skeleton");
    }

    @Override
    public SliceSource normalized(final SliceSource image, final Progress progress) {
        throw new UnsupportedOperationException("skeleton");
    }
}
