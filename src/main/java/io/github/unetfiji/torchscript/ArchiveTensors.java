package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.MemoryZip;
import io.github.unetfiji.network.Tensor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipOutputStream;

/**
 * The tensors that the modules of a TorchScript archive hold, by path, and the same archive with other values of them. Program,
 * names and shapes stay as they are, byte for byte.
 *
 * <pre>
 * ArchiveTensors tensors = ArchiveTensors.of(archive);
 * tensors.values().get("a.0.weight");         // (8, 1, 3, 3)
 * byte[] trained = tensors.with(Map.of("a.0.weight", better));
 * </pre>
 *
 * <p>Parameters and buffers of float32 are told, and counters (int64), such as the number of batches of a batch normalisation;
 * tensors of other types stay in the archive as they are.
 */
public final class ArchiveTensors {

    private static final int MOST_ENTRIES = 65_000;
    private static final String PICKLE = "data.pkl";

    private final MemoryZip zip;
    private final String root;
    private final Map<String, StoredTensor> stored = new LinkedHashMap<>();

    private ArchiveTensors(final byte[] archive) {
        zip = MemoryZip.of(archive, MOST_ENTRIES);
        root =
                zip.names().stream()
                        .filter(
                                name ->
                                        name.endsWith("/" + PICKLE)
                                                && name.indexOf('/')
                                                        == name.length() - PICKLE.length() - 1)
                        .map(name -> name.substring(0, name.length() - PICKLE.length()))
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new UNetException(
                                                "The weights are no TorchScript archive:"
                                                        + " data.pkl is missing."));
        collect(
                "",
                new Unpickler(read(root + PICKLE)).read(),
                Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /**
     * Reads the directory of an archive; nothing of it is run.
     *
     * @param archive not copied
     * @throws UNetException if it is no TorchScript archive, or is damaged
     */
    public static ArchiveTensors of(final byte[] archive) {
        return new ArchiveTensors(archive);
    }

    private byte[] read(final String name) {
        return zip.read(name, Integer.MAX_VALUE)
                .orElseThrow(
                        () ->
                                new UNetException(
                                        "The weights are incomplete: " + name + " is missing."));
    }

    /** NB: an attribute may refer to its owner. */
    private void collect(final String path, final Object value, final Set<Object> seen) {
        if (value instanceof StoredTensor tensor && isTold(tensor)) {
            stored.put(path, tensor);
        } else if (value instanceof PickledObject module && seen.add(module)) {
            module.attributes()
                    .forEach(
                            (name, attribute) ->
                                    collect(
                                            path.isEmpty() ? name : path + "." + name,
                                            attribute,
                                            seen));
        }
    }

    private static boolean isTold(final StoredTensor tensor) {
        return tensor.type() == ElementType.FLOAT || tensor.type() == ElementType.LONG;
    }

    /** The paths of tensors that are the same as an earlier one: modules may share their weights. */
    public Set<String> repeated() {
        final Set<String> storages = new HashSet<>();
        final Set<String> repeated = new HashSet<>();
        stored.forEach(
                (path, tensor) -> {
                    if (!storages.add(tensor.storage() + "/" + tensor.offset())) {
                        repeated.add(path);
                    }
                });
        return repeated;
    }

    /**
     * All values, by path.
     *
     * @throws UNetException if a storage is missing or too short
     */
    public Map<String, Tensor> values() {
        final Map<String, Tensor> values = new LinkedHashMap<>();
        stored.forEach((path, tensor) -> values.put(path, tensor.fill(storage(tensor))));
        return values;
    }

    private byte[] storage(final StoredTensor tensor) {
        return read(root + "data/" + tensor.storage());
    }

    /**
     * The archive with other values.
     *
     * @param values by path, of the shapes that are there; tensors that it lacks stay as they are
     * @throws IllegalArgumentException if there is no such tensor, or it has another shape
     */
    public byte[] with(final Map<String, Tensor> values) {
        final Map<String, byte[]> changed = new LinkedHashMap<>();
        values.forEach(
                (path, tensor) -> {
                    final StoredTensor place = stored.get(path);
                    if (place == null || !Arrays.equals(place.layout().shape(), tensor.shape())) {
                        throw new IllegalArgumentException("no tensor " + path + " like " + tensor);
                    }
                    put(
                            tensor,
                            place,
                            changed.computeIfAbsent(root + "data/" + place.storage(), this::read));
                });
        try {
            return rewritten(changed);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(final Tensor tensor, final StoredTensor place, final byte[] storage) {
        final ByteBuffer bytes = ByteBuffer.wrap(storage).order(ByteOrder.LITTLE_ENDIAN);
        final int[] positions = place.layout().positions();
        final int first = Math.toIntExact(place.offset());
        final float[] values = tensor.values();
        for (int i = 0; i < values.length; i++) {
            final int index = first + positions[i];
            if (place.type() == ElementType.FLOAT) {
                bytes.putFloat(index * Float.BYTES, values[i]);
            } else if (place.type().get(bytes, index) != values[i]) {
                // NB: only what changed, since a float does not hold every int64.
                bytes.putLong(index * Long.BYTES, (long) values[i]);
            }
        }
    }

    private byte[] rewritten(final Map<String, byte[]> changed) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (final String name : zip.names()) {
                UncompressedEntry.put(
                        out, name, changed.containsKey(name) ? changed.get(name) : read(name));
            }
        }
        return bytes.toByteArray();
    }
}
