package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.unetfiji.UNetException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** Zips are read as they are, and hostile ones are refused with a sentence. */
class MemoryZipTest {

    private static byte[] zip(final byte[] content, final String... names) throws IOException {
        final ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String refusal(final byte[] bytes) {
        return assertThrows(
                        UNetException.class,
                        () -> {
                            final MemoryZip zip = MemoryZip.of(bytes, 10);
                            zip.names().forEach(name -> zip.read(name, 1 << 26));
                        })
                .getMessage();
    }

    @Test
    void readsItsEntries() throws IOException {
        final byte[] content = "Zellen, cells".getBytes(StandardCharsets.UTF_8);
        final MemoryZip zip = MemoryZip.of(zip(content, "b", "a/c"), 10);
        assertEquals(List.of("b", "a/c"), List.copyOf(zip.names()));
        assertArrayEquals(content, zip.read("a/c", 100).orElseThrow());
        assertEquals(Optional.empty(), zip.read("c", 100));
        assertEquals(
                "b is too large.",
                assertThrows(UNetException.class, () -> zip.read("b", 12)).getMessage());
    }

    @Test
    void refusesTwoEntriesOfOneName() throws IOException {
        final byte[] bytes = zip(new byte[1], "aaaa", "bbbb");
        final String text = new String(bytes, StandardCharsets.ISO_8859_1).replace("bbbb", "aaaa");
        assertEquals(
                "It is a zip with two entries of the name 'aaaa'.",
                refusal(text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void refusesTooManyEntries() throws IOException {
        final byte[] bytes = zip(new byte[1], "0,1,2,3,4,5,6,7,8,9,a".split(","));
        assertEquals("It is a zip of more than 10 entries.", refusal(bytes));
    }

    @Test
    void refusesWhatUnpacksToFarMore() throws IOException {
        assertEquals("a is too large.", refusal(zip(new byte[40 << 20], "a")));
    }

    @Test
    void refusesEveryDamage() throws IOException {
        final byte[] content = "0123456789".repeat(20).getBytes(StandardCharsets.UTF_8);
        final byte[] bytes = zip(content, "a", "b");
        for (int at = 0; at < bytes.length; at++) {
            for (final int bit : new int[] {1, 0x80}) {
                final byte[] damaged = bytes.clone();
                damaged[at] ^= (byte) bit;
                readOrRefuse(damaged, content);
            }
        }
        for (int length = 0; length < bytes.length; length++) {
            assertTrue(refusal(java.util.Arrays.copyOf(bytes, length)).endsWith("."));
        }
    }

    private static void readOrRefuse(final byte[] bytes, final byte[] content) {
        try {
            final MemoryZip zip = MemoryZip.of(bytes, 10);
            for (final String name : zip.names()) {
                assertArrayEquals(content, zip.read(name, 1000).orElseThrow());
            }
        } catch (final UNetException e) {
            assertTrue(e.getMessage().endsWith("."), e.getMessage());
        }
    }
}
