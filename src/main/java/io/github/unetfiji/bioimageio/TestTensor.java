package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** Reads the tensors by which a package is tested, and checks that they are what the description says. */
public final class TestTensor {

    /** Size that a file of a test tensor may have, in bytes. */
    public static final long LARGEST = 1L << 30;

    private TestTensor() {}

    /**
     * The test input.
     *
     * @return empty if the package has none
     * @throws IOException if it cannot be read
     * @throws UNetException if it is damaged, or has other axes or another type than the description says
     */
    public static Optional<Tensor> input(final PackageDescription model, final PackageFiles files)
            throws IOException {
        return read(model.input(), model.input(), Optional.empty(), files);
    }

    /**
     * The expected output.
     *
     * @param output of the model
     * @param input the test input, from whose shape that of the output follows
     * @return empty if the package has none
     * @throws IOException if it cannot be read
     * @throws UNetException if it is damaged, or has other axes or another type than the description says
     */
    public static Optional<Tensor> output(
            final PackageDescription model,
            final TensorDescription output,
            final Tensor input,
            final PackageFiles files)
            throws IOException {
        return read(output, model.input(), Optional.of(input), files);
    }

    private static Optional<Tensor> read(
            final TensorDescription tensor,
            final TensorDescription source,
            final Optional<Tensor> input,
            final PackageFiles files)
            throws IOException {
        if (tensor.test().isEmpty()) {
            return Optional.empty();
        }
        final PackageFile file = tensor.test().get();
        final NumpyFile read = NumpyFile.read(file.read(files, LARGEST), file.path());
        checkType(file, tensor, read.type());
        final long[] shape = read.tensor().shape();
        if (shape.length != tensor.axes().size()) {
            throw wrong(file, shape, "must have the " + tensor.axes().size() + " axes", tensor);
        }
        for (int d = 0; d < shape.length; d++) {
            final TensorAxis axis = tensor.axes().get(d);
            if (!fits(axis, shape[d], source, input.map(Tensor::shape))) {
                throw wrong(
                        file,
                        shape,
                        "must have a length of the axis '"
                                + axis.id()
                                + "' as the description says",
                        tensor);
            }
        }
        checkFinite(file, read.tensor());
        return Optional.of(read.tensor());
    }

    /** NB: as in the format, any real numbers are float, but whole numbers are of one type only. */
    private static void checkType(
            final PackageFile file, final TensorDescription tensor, final String type) {
        final boolean same =
                tensor.dtype().startsWith("float")
                        ? !type.equals("bool")
                        : tensor.dtype().equals(type);
        if (!same) {
            throw new UNetException(
                    "The file "
                            + Legible.echo(file.path())
                            + " of the package holds "
                            + type
                            + ", but the tensor '"
                            + tensor.id()
                            + "' is "
                            + tensor.dtype()
                            + ".");
        }
    }

    private static boolean fits(
            final TensorAxis axis,
            final long length,
            final TensorDescription source,
            final Optional<long[]> input) {
        if (axis.kind() == TensorAxis.Kind.BATCH) {
            return true;
        }
        if (axis.size() instanceof AxisSize.Fixed fixed) {
            return length == fixed.length();
        }
        if (axis.size() instanceof AxisSize.Stepped stepped) {
            return length >= stepped.min() && (length - stepped.min()) % stepped.step() == 0;
        }
        if (axis.size() instanceof AxisSize.Relative relative && input.isPresent()) {
            return length == expected(relative, source, input.get());
        }
        return true;
    }

    private static long expected(
            final AxisSize.Relative size, final TensorDescription source, final long[] input) {
        for (int d = 0; d < input.length; d++) {
            if (source.axes().get(d).id().equals(size.axis())) {
                return (long) (input[d] * size.factor() + 1e-6) + size.offset();
            }
        }
        return -1;
    }

    private static void checkFinite(final PackageFile file, final Tensor tensor) {
        for (final float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new UNetException(
                        "The file "
                                + Legible.echo(file.path())
                                + " of the package holds values that are not finite.");
            }
        }
    }

    private static UNetException wrong(
            final PackageFile file,
            final long[] shape,
            final String must,
            final TensorDescription tensor) {
        return new UNetException(
                "The file "
                        + Legible.echo(file.path())
                        + " of the package has the shape "
                        + Arrays.toString(shape)
                        + ", but "
                        + must
                        + " of the tensor '"
                        + tensor.id()
                        + "'.");
    }
}
