package io.github.unetfiji.segment;

/** Decides the class of every pixel of a slice. */
@FunctionalInterface
interface ClassRule {

    /**
     * The classes of a slice.
     *
     * @param planes of the result (channel, y, x)
     * @param size pixels of a plane
     * @return (y, x), 0 = background
     */
    byte[] classes(float[] planes, int size);
}
