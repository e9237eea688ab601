package io.github.unetfiji.torchscript;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.MemoryZip;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The numbers of an archive are exchanged, and nothing else. */
class ArchiveTensorsTest {

    private static final String COUNTER = "a.1.num_batches_tracked";

    private final byte[] archive = archive();

    /** Written by PyTorch, see make.py beside it. */
    private static byte[] archive() {
        try (InputStream in =
                ArchiveTensorsTest.class.getResourceAsStream("/finetune/boundary_04.zip")) {
            return MemoryZip.of(in.readAllBytes(), 100).read("weights.pt", 1 << 20).orElseThrow();
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void parametersBuffersAndCountersAreTold() {
        final Map<String, Tensor> values = ArchiveTensors.of(archive).values();
        assertArrayEquals(new long[] {6, 1, 3, 3}, values.get("a.0.weight").shape());
        assertArrayEquals(new float[] {1, 1, 1}, values.get("unused").values());
        assertTrue(values.containsKey("b.1.running_var"));
        assertArrayEquals(new float[] {0}, values.get(COUNTER).values());
        assertEquals(Set.of(), ArchiveTensors.of(archive).repeated());
    }

    @Test
    void onlyWhatIsNamedChanges() {
        final Map<String, Tensor> expected =
                new LinkedHashMap<>(ArchiveTensors.of(archive).values());
        final Map<String, Tensor> changes =
                Map.of(
                        "unused",
                        new Tensor(new long[] {3}, new float[] {4, -5, 6.5f}),
                        COUNTER,
                        new Tensor(new long[0], new float[] {12345}));
        expected.putAll(changes);
        final byte[] changed = ArchiveTensors.of(archive).with(changes);
        assertEquals(expected, ArchiveTensors.of(changed).values());
        final MemoryZip before = MemoryZip.of(archive, 1000);
        final MemoryZip after = MemoryZip.of(changed, 1000);
        assertEquals(before.names(), after.names());
        for (final String name : before.names()) {
            if (!name.contains("/data/")) {
                assertArrayEquals(
                        before.read(name, 1 << 20).orElseThrow(),
                        after.read(name, 1 << 20).orElseThrow(),
                        name);
            }
        }
    }

    @Test
    void othersAreRefused() {
        final ArchiveTensors tensors = ArchiveTensors.of(archive);
        final Tensor one = new Tensor(new long[] {1}, new float[1]);
        assertThrows(IllegalArgumentException.class, () -> tensors.with(Map.of("unused", one)));
        assertThrows(IllegalArgumentException.class, () -> tensors.with(Map.of("no", one)));
        assertThrows(UNetException.class, () -> ArchiveTensors.of(new byte[100]));
    }
}
