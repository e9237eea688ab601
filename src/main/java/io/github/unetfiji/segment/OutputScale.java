package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import java.util.Locale;

/**
 * How many pixels an output of a program has for one of the input, along x and along y: {@code up / down}, of which one is 1.
 *
 * @param up 2 where the output is twice as fine
 * @param down 2 where it is half as fine
 */
record OutputScale(int up, int down) {

    private static final double EXACT = 1e-6;

    /**
     * The scale of an output.
     *
     * @param model named in messages
     * @throws UNetException if it is neither whole nor one over a whole number, or not the same along x and y
     */
    static OutputScale of(
            final TensorDescription output, final TensorDescription input, final String model) {
        final double x = factor(output, input, TensorAxis.Kind.X, model);
        final double y = factor(output, input, TensorAxis.Kind.Y, model);
        final int up = (int) Math.round(x);
        final int down = (int) Math.round(1 / x);
        final boolean whole =
                x >= 1 ? Math.abs(up - x) < EXACT : Math.abs(down - 1 / x) < EXACT * down;
        if (!whole || Math.abs(x - y) > EXACT * x) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The output '%s' of the model '%s' has %.4g x %.4g pixels for one of the image, but"
                                    + " must have 1, 2, 3, .. or 1/2, 1/3, .. of both.",
                            output.id(),
                            model,
                            x,
                            y));
        }
        return x >= 1 ? new OutputScale(up, 1) : new OutputScale(1, down);
    }

    private static double factor(
            final TensorDescription output,
            final TensorDescription input,
            final TensorAxis.Kind kind,
            final String model) {
        final AxisSize size = output.axis(kind).orElseThrow().size();
        if (size instanceof AxisSize.Relative relative) {
            if (relative.offset() != 0) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The output '%s' of the model '%s' is %d px longer than its input, but must be as"
                                        + " long, or a multiple of it.",
                                output.id(),
                                model,
                                relative.offset()));
            }
            return relative.factor();
        }
        if (size instanceof AxisSize.Fixed out
                && input.axis(kind).orElseThrow().size() instanceof AxisSize.Fixed in) {
            return (double) out.length() / in.length();
        }
        return 1;
    }

    /** Pixels of the input that hold so many of the output. */
    int ofInput(final int pixels) {
        return (int) (((long) pixels * down + up - 1) / up);
    }
}
