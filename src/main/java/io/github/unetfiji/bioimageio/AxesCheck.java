package io.github.unetfiji.bioimageio;

import io.github.unetfiji.bioimageio.TensorAxis.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks that the axes of a tensor are those of an image: y and x, perhaps z, channels and samples, each once. */
final class AxesCheck {

    private AxesCheck() {}

    /**
     * Checks the axes of a tensor by themselves.
     *
     * @param at their place
     * @param output whether the tensor is an output
     * @throws io.github.unetfiji.UNetException names the place
     */
    static void check(final Field at, final List<TensorAxis> axes, final boolean output) {
        final Set<Object> seen = new HashSet<>();
        for (final TensorAxis axis : axes) {
            final boolean counts = axis.kind() == Kind.TIME || axis.kind() == Kind.INDEX;
            if (counts && !axis.size().equals(new AxisSize.Fixed(1))) {
                throw at.failure(
                        "has an axis of "
                                + (axis.kind() == Kind.TIME ? "time" : "indices")
                                + ", but only batch, channel, z, y and x can be longer than 1");
            }
            if (!seen.add(axis.kind()) || !seen.add(axis.id())) {
                throw at.failure("has the axis " + axis.id() + " twice");
            }
        }
        for (final Kind kind : List.of(Kind.Y, Kind.X)) {
            if (!seen.contains(kind)) {
                throw at.failure(
                        "has no axis "
                                + kind.name().toLowerCase(Locale.ROOT)
                                + (output
                                        ? ", so the output is no image"
                                        : ", so the input is no image"));
            }
        }
    }
}
