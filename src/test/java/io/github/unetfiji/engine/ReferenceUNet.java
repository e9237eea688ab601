package io.github.unetfiji.engine;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.network.Parameters;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.yaml.snakeyaml.Yaml;

/** The network that PyTorch computed: {@code ../shared/reference/unet}; skips the test without. */
public final class ReferenceUNet {

    private static final Path FOLDER = Path.of("../shared/reference/unet");

    private final Map<String, Tensor> tensors = new LinkedHashMap<>();

    private ReferenceUNet() {}

    /** Reads it, or skips the running test with a message. */
    public static ReferenceUNet load() throws IOException {
        final Path json = FOLDER.resolve("unet_b4_d4_204.json");
        Assumptions.assumeTrue(
                Files.exists(json), "the reference values are not beside this checkout: " + json);
        final ReferenceUNet reference = new ReferenceUNet();
        // NB: JSON is YAML.
        final Map<String, Object> description = new Yaml().load(Files.readString(json));
        final ByteBuffer data =
                ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve("unet_b4_d4_204.bin")))
                        .order(ByteOrder.LITTLE_ENDIAN);
        for (final Object entry : (List<?>) description.get("tensors")) {
            reference.add((Map<?, ?>) entry, data);
        }
        return reference;
    }

    private void add(final Map<?, ?> entry, final ByteBuffer data) {
        final long[] shape =
                ((List<?>) entry.get("shape")).stream().mapToLong(n -> (Integer) n).toArray();
        final int offset = (Integer) entry.get("offset");
        final float[] values = new float[(int) Tensor.size(shape)];
        for (int i = 0; i < values.length; i++) {
            final int at = offset + 4 * i;
            values[i] = entry.get("dtype").equals("<i4") ? data.getInt(at) : data.getFloat(at);
        }
        tensors.put((String) entry.get("name"), new Tensor(shape, values));
    }

    /** All tensors whose name starts like this, without that start. */
    public Map<String, Tensor> all(final String prefix) {
        final Map<String, Tensor> found = new LinkedHashMap<>();
        tensors.forEach(
                (name, tensor) -> {
                    if (name.startsWith(prefix)) {
                        found.put(name.substring(prefix.length()), tensor);
                    }
                });
        return found;
    }

    public Tensor get(final String name) {
        return tensors.get(name);
    }

    public Architecture architecture() {
        return Architecture.of(4, 4, 1, 2);
    }

    public Parameters parameters() {
        return Parameters.of(architecture(), all("param/"));
    }

    /** The largest absolute difference. */
    public static double difference(final float[] a, final float[] b) {
        if (a.length != b.length) {
            throw new AssertionError(a.length + " values against " + b.length);
        }
        double max = 0;
        for (int i = 0; i < a.length; i++) {
            max = Math.max(max, Math.abs((double) a[i] - b[i]));
        }
        return max;
    }
}
