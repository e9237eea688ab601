package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.Locale;

/**
 * How the length of an output of a program follows from that of the input, along one axis: {@code up / down} times as long, of
 * which one is 1, or the same but for what is lost at both ends.
 *
 * @param up 2 where the output is twice as fine
 * @param down 2 where it is half as fine
 * @param lost px of the input for which there is no output, at each end
 * @param halo px of the input that are not to be used at each end of a tile
 */
record OutputScale(int up, int down, int lost, int halo) {

    /**
     * The scale of an axis of an output.
     *
     * @param output whose lengths refer to those of the input
     */
    static OutputScale of(final TensorDescription output, final TensorAxis.Kind kind) {
        final TensorAxis axis = output.axis(kind).orElseThrow();
        final AxisSize.Relative size = (AxisSize.Relative) axis.size();
        final int up = Math.max(1, (int) Math.rint(size.factor()));
        final int down = Math.max(1, (int) Math.rint(1 / size.factor()));
        return new OutputScale(up, down, -size.offset() / 2, (axis.halo() * down + up - 1) / up);
    }

    /** Length of the output for one of the input, px. */
    int length(final int input) {
        return (input - 2 * lost) * up / down;
    }

    /**
     * The scale of an output, which must be the same along x and y.
     *
     * @param model named in messages
     * @throws UNetException if it is not
     */
    static OutputScale ofPlane(final TensorDescription output, final String model) {
        final OutputScale x = of(output, TensorAxis.Kind.X);
        final OutputScale y = of(output, TensorAxis.Kind.Y);
        if (x.up != y.up || x.down != y.down) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The model '%s' cannot segment images: its output '%s' is %d/%d times as wide as the"
                                    + " input, but %d/%d times as high.",
                            model,
                            output.id(),
                            x.up,
                            x.down,
                            y.up,
                            y.down));
        }
        return x;
    }
}
