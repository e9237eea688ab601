package io.github.unetfiji.segment;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.AxisSize;
import io.github.unetfiji.bioimageio.TensorAxis;
import io.github.unetfiji.bioimageio.TensorDescription;
import io.github.unetfiji.network.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How planes of an image lie in a tensor of a program, whose axes have any order. Axes that are neither channel, y nor x are
 * one long.
 */
final class PlaneTensor {

    private final TensorDescription tensor;
    private final List<TensorAxis> axes;

    private PlaneTensor(final TensorDescription tensor) {
        this.tensor = tensor;
        axes = tensor.axes();
    }

    /**
     * The planes of a tensor.
     *
     * @param model named in messages
     * @throws UNetException if the tensor holds no planes
     */
    static PlaneTensor of(final TensorDescription tensor, final String model) {
        for (final TensorAxis.Kind side : List.of(TensorAxis.Kind.Y, TensorAxis.Kind.X)) {
            if (tensor.axis(side).isEmpty()) {
                throw new UNetException(
                        String.format(
                                Locale.ROOT,
                                "The model '%s' cannot segment images: its tensor '%s' has no axis %s.",
                                model,
                                tensor.id(),
                                side.name().toLowerCase(Locale.ROOT)));
            }
        }
        tensor.axes().forEach(axis -> checkAlone(axis, tensor, model));
        return new PlaneTensor(tensor);
    }

    private static void checkAlone(
            final TensorAxis axis, final TensorDescription tensor, final String model) {
        final boolean plane =
                switch (axis.kind()) {
                    case CHANNEL, Y, X -> true;
                    case Z, BATCH, INDEX, TIME -> canBeOne(axis.size());
                };
        if (!plane) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            axis.kind() == TensorAxis.Kind.Z
                                    ? "The model '%s' takes volumes: its tensor '%s' has an axis %s, but only"
                                            + " models of planes can segment so far."
                                    : "The model '%s' cannot segment images: its tensor '%s' must have an axis"
                                            + " %s of length 1.",
                            model,
                            tensor.id(),
                            axis.id()));
        }
    }

    private static boolean canBeOne(final AxisSize size) {
        if (size instanceof AxisSize.Fixed fixed) {
            return fixed.length() == 1;
        }
        if (size instanceof AxisSize.Stepped stepped) {
            return stepped.min() == 1;
        }
        return true;
    }

    /** Its name. */
    String id() {
        return tensor.id();
    }

    /** Channels of it. */
    int channels() {
        return tensor.channels();
    }

    /**
     * The tensor of planes.
     *
     * @param planes (channel, y, x); used, not copied, where the tensor has the same order
     */
    Tensor tensor(final float[] planes, final int channels, final int width, final int height) {
        final long[] shape = new long[axes.size()];
        for (int d = 0; d < shape.length; d++) {
            shape[d] =
                    switch (axes.get(d).kind()) {
                        case CHANNEL -> channels;
                        case Y -> height;
                        case X -> width;
                        default -> 1;
                    };
        }
        return new Tensor(
                shape, isInOrder() ? planes : moved(planes, steps(shape), channels, height, width));
    }

    /**
     * The planes of a tensor.
     *
     * @return (channel, y, x); the values of the tensor, not copied, where it has the same order
     * @throws UNetException if the tensor has not the axes that the package says
     */
    Planes planes(final Tensor values) {
        final long[] shape = values.shape();
        final Planes planes =
                new Planes(
                        values.values(),
                        side(shape, TensorAxis.Kind.CHANNEL),
                        side(shape, TensorAxis.Kind.X),
                        side(shape, TensorAxis.Kind.Y));
        final boolean whole =
                shape.length == axes.size()
                        && (long) planes.channels() * planes.width() * planes.height()
                                == values.values().length;
        if (!whole || planes.channels() != channels()) {
            throw new UNetException(
                    String.format(
                            Locale.ROOT,
                            "The program's output '%s' has the shape %s, but the package says %d axes and %d"
                                    + " channel(s).",
                            id(),
                            Arrays.toString(shape),
                            axes.size(),
                            channels()));
        }
        return isInOrder() ? planes : planes.withValues(gathered(values));
    }

    private int side(final long[] shape, final TensorAxis.Kind kind) {
        for (int d = 0; d < Math.min(shape.length, axes.size()); d++) {
            if (axes.get(d).kind() == kind) {
                return Math.toIntExact(shape[d]);
            }
        }
        return 1;
    }

    private boolean isInOrder() {
        final List<TensorAxis.Kind> order =
                axes.stream()
                        .map(TensorAxis::kind)
                        .filter(
                                kind ->
                                        kind == TensorAxis.Kind.CHANNEL
                                                || kind == TensorAxis.Kind.Y
                                                || kind == TensorAxis.Kind.X)
                        .toList();
        return order.equals(List.of(TensorAxis.Kind.CHANNEL, TensorAxis.Kind.Y, TensorAxis.Kind.X))
                || order.equals(List.of(TensorAxis.Kind.Y, TensorAxis.Kind.X));
    }

    /** How far apart in the tensor the values of two channels, two rows and two columns are. */
    private int[] steps(final long[] shape) {
        final int[] steps = new int[3];
        int step = 1;
        for (int d = shape.length - 1; d >= 0; d--) {
            switch (axes.get(d).kind()) {
                case CHANNEL -> steps[0] = step;
                case Y -> steps[1] = step;
                case X -> steps[2] = step;
                default -> {
                    continue;
                }
            }
            step *= Math.toIntExact(shape[d]);
        }
        return steps;
    }

    private static float[] moved(
            final float[] planes,
            final int[] steps,
            final int channels,
            final int height,
            final int width) {
        final float[] result = new float[planes.length];
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    result[c * steps[0] + y * steps[1] + x * steps[2]] = planes[i++];
                }
            }
        }
        return result;
    }

    private float[] gathered(final Tensor tensor) {
        final int[] steps = steps(tensor.shape());
        final float[] result = new float[tensor.values().length];
        final int channels = side(tensor.shape(), TensorAxis.Kind.CHANNEL);
        final int height = side(tensor.shape(), TensorAxis.Kind.Y);
        final int width = side(tensor.shape(), TensorAxis.Kind.X);
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    result[i++] = tensor.values()[c * steps[0] + y * steps[1] + x * steps[2]];
                }
            }
        }
        return result;
    }

    /**
     * Planes of a tensor.
     *
     * @param values (channel, y, x)
     */
    @SuppressWarnings("ArrayRecordComponent") // NB: never compared.
    record Planes(float[] values, int channels, int width, int height) {

        boolean isOf(final int otherWidth, final int otherHeight) {
            return width == otherWidth && height == otherHeight;
        }

        Planes withValues(final float[] other) {
            return new Planes(other, channels, width, height);
        }
    }
}
