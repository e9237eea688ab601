package io.github.unetfiji.ui;

import java.util.function.LongSupplier;

/** A clock that goes when it is told to. */
public final class FakeClock implements LongSupplier {

    private long nanos = 1_000;

    void advance(final double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
