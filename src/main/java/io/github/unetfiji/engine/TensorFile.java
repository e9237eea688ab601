package io.github.unetfiji.engine;

import io.github.unetfiji.network.Tensor;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tensors in a file, for another process: their number, and of each the number of axes, their lengths, the values. */
final class TensorFile {

    private static final int MOST_TENSORS = 1000;
    private static final int MOST_AXES = 64;

    private TensorFile() {}

    static void write(final Path file, final List<Tensor> tensors) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(tensors.size());
            for (final Tensor tensor : tensors) {
                out.writeInt(tensor.shape().length);
                for (final long side : tensor.shape()) {
                    out.writeLong(side);
                }
                final ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.values().length);
                bytes.asFloatBuffer().put(tensor.values());
                out.write(bytes.array());
            }
        }
    }

    /**
     * @throws IOException also if it is no such file
     */
    static List<Tensor> read(final Path file) throws IOException {
        final long size = Files.size(file);
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            final int count = checked(in.readInt(), MOST_TENSORS);
            final List<Tensor> tensors = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                final long[] shape = new long[checked(in.readInt(), MOST_AXES)];
                for (int axis = 0; axis < shape.length; axis++) {
                    shape[axis] = in.readLong();
                }
                tensors.add(new Tensor(shape, values(in, shape, size)));
            }
            return tensors;
        }
    }

    private static int checked(final int number, final int most) throws IOException {
        if (number < 0 || number > most) {
            throw new IOException("no file of tensors");
        }
        return number;
    }

    private static float[] values(final DataInputStream in, final long[] shape, final long most)
            throws IOException {
        long bytes = Float.BYTES;
        for (final long side : shape) {
            bytes = side < 0 || side > most ? most + 1 : Math.multiplyExact(bytes, side);
            if (bytes > most) {
                throw new IOException("no file of tensors");
            }
        }
        final float[] values = new float[Math.toIntExact(bytes / Float.BYTES)];
        ByteBuffer.wrap(in.readNBytes((int) bytes)).asFloatBuffer().get(values);
        return values;
    }
}
