package io.github.unetfiji.augment;

/** The streams of {@link SampleRandom}, one per purpose. */
final class RandomStream {

    static final long SOURCE = 1;
    static final long POSITION = 2;
    static final long MOTION = 3;
    static final long DISPLACEMENT = 4;
    static final long NOISE = 5;
    static final long FOCUS = 6;

    /** And all above it, one per channel. */
    static final long INTENSITY = 16;

    private RandomStream() {}
}
