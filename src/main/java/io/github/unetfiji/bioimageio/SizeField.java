package io.github.unetfiji.bioimageio;

import java.util.OptionalInt;

/**
 * Reads lengths of axes: a whole number, {@code min} and {@code step}, a reference ({@code tensor_id}, {@code axis_id}, {@code
 * offset}), or, where only the program knows, {@code min} and {@code max}.
 */
final class SizeField {

    /** Of an axis, in px. */
    static final int LONGEST = 1 << 20;

    private SizeField() {}

    /**
     * Reads the size of an axis of an input.
     *
     * @throws io.github.unetfiji.UNetException also if it refers to another axis: tiles must be free along each axis
     */
    static AxisSize ofInput(final Field size) {
        if (!size.isMap()) {
            return fixed(size);
        }
        if (isReference(size)) {
            throw size.failure("follows from another axis, which cannot be used for an input");
        }
        return stepped(size);
    }

    /**
     * Reads the size of an axis of an output.
     *
     * @return a reference with the factor 1, which does not know the other axis yet
     */
    static AxisSize ofOutput(final Field size) {
        if (!size.isMap()) {
            return fixed(size);
        }
        if (isReference(size)) {
            return reference(size);
        }
        if (size.given("step").isPresent()) {
            throw size.wrong("a whole number, or name an axis by tensor_id and axis_id");
        }
        return unknown(size);
    }

    private static boolean isReference(final Field size) {
        return size.given("tensor_id").isPresent() || size.given("axis_id").isPresent();
    }

    private static AxisSize fixed(final Field size) {
        if (!(size.value().orElse(null) instanceof Number)) {
            throw size.wrong("a whole number or a map");
        }
        return new AxisSize.Fixed(size.whole(1, LONGEST));
    }

    private static AxisSize stepped(final Field size) {
        size.allow("min", "step");
        return new AxisSize.Stepped(
                size.at("min").whole(1, LONGEST), size.at("step").whole(1, LONGEST));
    }

    private static AxisSize reference(final Field size) {
        size.allow("tensor_id", "axis_id", "offset");
        return new AxisSize.Relative(
                size.at("tensor_id").line(),
                AxisFields05.id(size.at("axis_id")),
                1,
                size.given("offset").map(offset -> offset.whole(-LONGEST, LONGEST)).orElse(0));
    }

    private static AxisSize unknown(final Field size) {
        size.allow("min", "max");
        final int min = size.given("min").map(least -> least.whole(1, LONGEST)).orElse(1);
        return new AxisSize.Unknown(
                min,
                size.given("max")
                        .map(most -> OptionalInt.of(most.whole(min, Integer.MAX_VALUE)))
                        .orElse(OptionalInt.empty()));
    }
}
