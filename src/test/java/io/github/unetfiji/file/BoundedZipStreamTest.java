package io.github.unetfiji.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoundedZipStreamTest {

    @TempDir private Path folder;

    private Path zip(final byte[] content, final String... names) throws IOException {
        final Path file = folder.resolve("a.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(content);
            }
        }
        return file;
    }

    @Test
    void wantedEntriesInTheirOrder() throws IOException {
        final byte[] text = "text".getBytes(StandardCharsets.UTF_8);
        try (BoundedZipStream zip =
                BoundedZipStream.open(zip(text, "b.txt", "c.bin", "folder/a.txt"))) {
            final BoundedZipStream.Entry first = zip.next(name -> name.endsWith(".txt")).get();
            assertEquals("b.txt", first.name());
            assertEquals("text", new String(first.bytes(), StandardCharsets.UTF_8));
            assertEquals("a.txt", zip.next(name -> name.endsWith(".txt")).get().name());
            assertEquals(Optional.empty(), zip.next(name -> true));
        }
    }

    /** The limit is for all entries together, not for one. */
    @Test
    void entriesThatUnpackToTooMuchAltogether() throws IOException {
        try (BoundedZipStream zip = BoundedZipStream.open(zip(new byte[40 << 20], "a", "b"))) {
            assertEquals(40 << 20, zip.next(name -> true).get().bytes().length);
            assertEquals(
                    "it unpacks to more than 64 MB, or 100 times its size",
                    assertThrows(IOException.class, () -> zip.next(name -> true)).getMessage());
        }
    }
}
