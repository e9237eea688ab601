package io.github.unetfiji.engine;

import io.github.unetfiji.Progress;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how far an input pixel reaches: by how many pixels tiles must overlap so that they give what the whole image gives.
 *
 * <p>All pixels on one side of a line are replaced by others, and the result is compared with that of the image as it was: it
 * differs on the other side of the line as far as pixels reach. The lines lie where tiles begin and end on the grid of the
 * poolings; the images are noise of two kinds. Every difference counts. Only where some numbers differ everywhere, those count
 * that differ by more than 1e-6 of the largest one: with some libraries rounding depends on pixels far away.
 *
 * <pre>
 * OptionalInt halo = Reach.of(network::run).along(new long[] {1, 1, 64, 512}, 3, List.of(3), 16);
 * </pre>
 */
public final class Reach {

    private static final double TOLERANCE = 1e-6;

    /** NB: for another size libraries may round otherwise, but not by as much. */
    private static final double LOCAL = 1e-4;

    private static final int KINDS = 2;
    private static final int LARGEST_POOLING = 32;

    private final Function<Tensor, List<Tensor>> program;
    private Progress progress = Progress.NONE;

    private Reach(final Function<Tensor, List<Tensor>> program) {
        this.program = program;
    }

    /**
     * @param program gives its outputs for an input
     */
    public static Reach of(final Function<Tensor, List<Tensor>> program) {
        return new Reach(program);
    }

    /** Cancels it. */
    public Reach optProgress(final Progress value) {
        progress = value;
        return this;
    }

    /**
     * How far pixels reach along an axis.
     *
     * @param shape of an input that the program takes; along the axis more than twice as long as pixels can be found to reach
     * @param axis of the input
     * @param outputAxes for each output its axis that lies along it, or -1 to leave that output out
     * @param step px, of the grid of the poolings; 1 or more
     * @return px of the input, a multiple of the step; empty if a pixel reaches as far as can be measured, such as by a mean of
     *     the whole image
     * @throws UNetException if the program fails, or an output has no such axis
     */
    public OptionalInt along(
            final long[] shape, final int axis, final List<Integer> outputAxes, final int step) {
        final OptionalInt exact = along(shape, axis, outputAxes, step, 0);
        return exact.isPresent() ? exact : along(shape, axis, outputAxes, step, TOLERANCE);
    }

    /**
     * Whether the beginning of an image gives what the whole image gives. It does not where the program places pixels by the size
     * of the image, such as by an interpolation whose corners are aligned: then no overlap makes tiles exact.
     *
     * @param shape of an input that the program takes
     * @param axis of the input
     * @param outputAxes as in {@link #along}
     * @param shorter length of the beginning, which the program takes, too
     * @param reach px of the input; as many at the end of the beginning are not compared
     */
    public boolean isLocal(
            final long[] shape,
            final int axis,
            final List<Integer> outputAxes,
            final int shorter,
            final int reach) {
        progress.checkCancelled();
        final Tensor image = noise(shape, 0, 1);
        final List<Tensor> whole = program.apply(image);
        final List<Tensor> part = program.apply(beginning(image, axis, shorter));
        return IntStream.range(0, Math.min(part.size(), outputAxes.size()))
                .filter(i -> outputAxes.get(i) >= 0)
                .allMatch(
                        i -> {
                            final int side = (int) part.get(i).shape()[outputAxes.get(i)];
                            final int dropped = (int) Math.ceil((double) reach * side / shorter);
                            return areSame(
                                    whole.get(i), part.get(i), outputAxes.get(i), side - dropped);
                        });
    }

    private static Tensor beginning(final Tensor tensor, final int axis, final int length) {
        final long[] shape = tensor.shape().clone();
        final int before = Line.inner(tensor, axis) * (int) shape[axis];
        shape[axis] = length;
        final float[] values = new float[Math.toIntExact(Tensor.size(shape))];
        final int kept = Line.inner(tensor, axis) * length;
        for (int i = 0; i < values.length / kept; i++) {
            System.arraycopy(tensor.values(), i * before, values, i * kept, kept);
        }
        return new Tensor(shape, values);
    }

    private static boolean areSame(
            final Tensor whole, final Tensor part, final int axis, final int length) {
        if (length < 1) {
            return true;
        }
        final float[] a = beginning(whole, axis, length).values();
        final float[] b = beginning(part, axis, length).values();
        final double most = LOCAL * Line.largest(a);
        return IntStream.range(0, a.length)
                .allMatch(i -> Float.compare(a[i], b[i]) == 0 || Math.abs(a[i] - b[i]) <= most);
    }

    private OptionalInt along(
            final long[] shape,
            final int axis,
            final List<Integer> outputAxes,
            final int step,
            final double tolerance) {
        int reach = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            final Tensor image = noise(shape, kind, 1);
            final Tensor other = noise(shape, kind, 2);
            final List<Tensor> whole = program.apply(image);
            for (final Line line : lines(axis, (int) shape[axis], step)) {
                progress.checkCancelled();
                final List<Tensor> changed = program.apply(line.mixed(image, other));
                final int found = line.reach(whole, changed, outputAxes, tolerance);
                if (found >= line.most()) {
                    return OptionalInt.empty();
                }
                reach = Math.max(reach, found);
            }
        }
        return OptionalInt.of((reach + step - 1) / step * step);
    }

    /** Near the middle; several where the step may be finer than the poolings. Tiles begin at steps, and are as long as inputs can be. */
    private static List<Line> lines(final int axis, final int length, final int step) {
        final int middle = length / 2 / step * step;
        final int more = Math.max(1, LARGEST_POOLING / step);
        return IntStream.of(0, 1, more / 2, more - 1)
                .filter(steps -> steps < more)
                .distinct()
                .map(steps -> middle + steps * step)
                .boxed()
                .flatMap(
                        at ->
                                Stream.of(
                                        new Line(axis, length, at, false),
                                        new Line(axis, length, at + length % step, true)))
                .filter(line -> line.place() > 0 && line.place() < length)
                .toList();
    }

    /** Of kind 0 normal, like normalised intensities; of kind 1 from 0 to 1. */
    private static Tensor noise(final long[] shape, final int kind, final int seed) {
        final Random random = new Random(2L * seed + kind);
        final float[] values = new float[Math.toIntExact(Tensor.size(shape))];
        for (int i = 0; i < values.length; i++) {
            values[i] = kind == 0 ? (float) random.nextGaussian() : random.nextFloat();
        }
        return new Tensor(shape, values);
    }

    /**
     * Parts an image.
     *
     * @param length px of the image along the axis
     * @param place px along the axis where the second part begins
     * @param after whether the second part is replaced; otherwise the first
     */
    private record Line(int axis, int length, int place, boolean after) {

        /** The most px that can be found: to the end of the image. */
        int most() {
            return after ? place : length - place;
        }

        Tensor mixed(final Tensor image, final Tensor other) {
            final int inner = inner(image, axis);
            final float[] values = image.values().clone();
            for (int from = 0; from < values.length; from += length * inner) {
                final int first = from + (after ? place * inner : 0);
                final int end = from + (after ? length : place) * inner;
                System.arraycopy(other.values(), first, values, first, end - first);
            }
            return new Tensor(image.shape(), values);
        }

        int reach(
                final List<Tensor> before,
                final List<Tensor> now,
                final List<Integer> axes,
                final double tolerance) {
            int reach = 0;
            for (int i = 0; i < before.size(); i++) {
                if (i < axes.size() && axes.get(i) >= 0) {
                    reach =
                            Math.max(
                                    reach,
                                    reach(before.get(i), now.get(i), axes.get(i), tolerance));
                }
            }
            return reach;
        }

        private int reach(
                final Tensor before,
                final Tensor now,
                final int outputAxis,
                final double tolerance) {
            if (outputAxis >= before.shape().length) {
                throw new UNetException(
                        "The output "
                                + before
                                + " has no axis "
                                + outputAxis
                                + ", which its package says.");
            }
            final int side = (int) before.shape()[outputAxis];
            final boolean[] differs = differing(before, now, outputAxis, tolerance);
            int reach = 0;
            for (int at = 0; at < side; at++) {
                if (differs[at]) {
                    reach = Math.max(reach, distance(at, side));
                }
            }
            return reach;
        }

        /** From the replaced part to the farthest pixel that an output pixel stands for; 0 or less within that part. */
        private int distance(final int at, final int side) {
            final int first;
            final int last;
            if (side % length == 0 || length % side == 0) {
                first = (int) ((long) at * length / side);
                last = (int) (((at + 1L) * length - 1) / side);
            } else {
                // NB: convolutions that are not padded take as much from both ends.
                first = at + (length - side) / 2;
                last = first;
            }
            return after ? place - first : last - (place - 1);
        }

        private static boolean[] differing(
                final Tensor before, final Tensor now, final int axis, final double tolerance) {
            final float[] a = before.values();
            final float[] b = now.values();
            final double least = tolerance * largest(a);
            final int side = (int) before.shape()[axis];
            final int inner = inner(before, axis);
            final boolean[] differs = new boolean[side];
            for (int i = 0; i < a.length; i++) {
                // NB: written so that NaN differs from numbers, and is like NaN.
                if (Float.compare(a[i], b[i]) != 0 && !(Math.abs(a[i] - b[i]) <= least)) {
                    differs[i / inner % side] = true;
                }
            }
            return differs;
        }

        private static double largest(final float[] values) {
            double largest = 0;
            for (final float value : values) {
                largest = Math.max(largest, Math.abs(value));
            }
            return largest;
        }

        private static int inner(final Tensor tensor, final int axis) {
            int inner = 1;
            for (int i = axis + 1; i < tensor.shape().length; i++) {
                inner *= (int) tensor.shape()[i];
            }
            return inner;
        }
    }
}
