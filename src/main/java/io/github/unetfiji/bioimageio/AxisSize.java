package io.github.unetfiji.bioimageio;

import java.util.OptionalInt;

/** Which lengths of an axis a tensor can have, as a package says. */
public sealed interface AxisSize {

    /**
     * One length.
     *
     * @param length at least 1
     */
    record Fixed(int length) implements AxisSize {}

    /**
     * A smallest length, and steps from there: {@code min + n step}, n = 0, 1, ..
     *
     * @param min at least 1
     * @param step at least 1
     */
    record Stepped(int min, int step) implements AxisSize {}

    /**
     * A length that follows from that of an axis of another tensor: {@code factor * length + offset}.
     *
     * @param tensor the other tensor
     * @param axis its axis
     * @param factor values of this axis for one of the other, above 0; 2 where the output is twice as fine
     * @param offset values more; below 0 where convolutions are not padded
     */
    record Relative(String tensor, String axis, double factor, int offset) implements AxisSize {}

    /**
     * A length that only the program knows.
     *
     * @param min at least 1
     * @param max empty: any
     */
    record Unknown(int min, OptionalInt max) implements AxisSize {}
}
