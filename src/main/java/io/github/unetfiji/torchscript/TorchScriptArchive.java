package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.BoundedZip;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import io.github.unetfiji.stack.IntensityScale;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * The TorchScript file: a zip that holds a program and its parameters, as {@code torch.jit.load} and
 * libtorch read it.
 *
 * <p>Convolution weights are stored channels-last. {@link #readParameters} needs no libtorch and
 * runs no code: it also reads an archive that libtorch or PyTorch wrote back after training there.
 */
public final class TorchScriptArchive {

    private static final String ROOT = "archive/";

    /** The oldest file format that has everything we use: readable by every PyTorch since 1.6. */
    private static final String FORMAT_VERSION = "3\n";

    private static final long LARGEST_PICKLE = 1L << 20;

    private TorchScriptArchive() {}

    /**
     * Writes the network that others can use: image (batch, channel, height, width) to class
     * probabilities of the same size. Sides are multiples of 2^depth above the halo and 4 px.
     *
     * @param scales of the intensities, one of each channel, which become a part of the program; empty: none
     */
    public static void writeSameSize(
            final OutputStream out,
            final Architecture architecture,
            final Parameters parameters,
            final List<IntensityScale> scales)
            throws IOException {
        write(out, UNetProgram.sameSize(architecture, scales), parameters);
    }

    /** Writes a program with its parameters to a file. */
    public static void write(final Path file, final String program, final Parameters parameters)
            throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            write(out, program, parameters);
        }
    }

    /** Writes a program with its parameters; the stream stays open. */
    private static void write(
            final OutputStream out, final String program, final Parameters parameters)
            throws IOException {
        final ZipOutputStream zip = new ZipOutputStream(out);
        UncompressedEntry.put(zip, ROOT + "data.pkl", ModulePickle.write(parameters));
        UncompressedEntry.put(
                zip, ROOT + "code/__torch__.py", program.getBytes(StandardCharsets.UTF_8));
        int key = 0;
        for (final String name : parameters.names()) {
            UncompressedEntry.put(zip, ROOT + "data/" + key++, bytes(parameters.get(name)));
        }
        UncompressedEntry.put(zip, ROOT + "constants.pkl", ModulePickle.emptyTuple());
        UncompressedEntry.put(
                zip, ROOT + "version", FORMAT_VERSION.getBytes(StandardCharsets.UTF_8));
        zip.finish();
    }

    private static byte[] bytes(final Tensor tensor) {
        final ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(4, tensor.values().length))
                        .order(ByteOrder.LITTLE_ENDIAN);
        final MemoryLayout layout = MemoryLayout.channelsLast(tensor.shape());
        buffer.asFloatBuffer().put(layout.stored(tensor));
        return buffer.array();
    }

    /**
     * Reads the parameters of an archive of ours, or of one that libtorch wrote from it.
     *
     * @throws UNetException if the file is missing, is no such archive, is truncated, or does not hold
     *     just the parameters of the architecture
     */
    public static Parameters readParameters(final Path file, final Architecture architecture) {
        try (BoundedZip zip = BoundedZip.open(file)) {
            return readParameters(zip, architecture);
        } catch (final ZipException e) {
            throw new UNetException("The weights are no TorchScript archive: no complete zip.", e);
        } catch (final IOException e) {
            throw new UNetException("The weights cannot be read.", e);
        }
    }

    private static Parameters readParameters(final BoundedZip zip, final Architecture architecture)
            throws IOException {
        final String root = rootOf(zip);
        final Map<String, StoredTensor> stored =
                new Unpickler(read(zip, root + "data.pkl", LARGEST_PICKLE)).readModule();
        final Map<String, String> names = new LinkedHashMap<>();
        for (final Architecture.Layer layer : architecture.layers()) {
            names.put(UNetProgram.attribute(layer.weight()), layer.weight());
            names.put(UNetProgram.attribute(layer.bias()), layer.bias());
        }
        final Map<String, StoredTensor> described = new LinkedHashMap<>();
        stored.forEach((name, tensor) -> described.put(names.getOrDefault(name, name), tensor));
        final Map<String, long[]> shapes = new LinkedHashMap<>();
        described.forEach((name, tensor) -> shapes.put(name, tensor.layout().shape()));
        Parameters.check(architecture, shapes);
        final long largest = Float.BYTES * architecture.parameterCount();
        final Map<String, Tensor> tensors = new LinkedHashMap<>();
        for (final Map.Entry<String, StoredTensor> entry : described.entrySet()) {
            final byte[] storage = read(zip, root + "data/" + entry.getValue().storage(), largest);
            tensors.put(entry.getKey(), entry.getValue().fill(storage));
        }
        return Parameters.of(architecture, tensors);
    }

    private static String rootOf(final BoundedZip zip) {
        return zip.names().stream()
                .filter(
                        name ->
                                name.endsWith("/data.pkl")
                                        && name.indexOf('/') == name.length() - 9)
                .map(name -> name.substring(0, name.length() - "data.pkl".length()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "The weights are no TorchScript archive: data.pkl is"
                                                + " missing."));
    }

    private static byte[] read(final BoundedZip zip, final String name, final long largest)
            throws IOException {
        return zip.read(name, largest)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "The weights are incomplete: " + name + " is missing."));
    }
}
