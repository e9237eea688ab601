package io.github.unetfiji.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Damages zip files. */
public final class Zips {

    private Zips() {}

    /** The content of all entries by name. */
    public static Map<String, byte[]> read(final Path file) throws IOException {
        final Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (final ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    /** Writes a zip file. */
    public static void write(final Path file, final Map<String, byte[]> entries)
            throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (final Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /** Replaces or adds an entry, or removes it where the content is null. */
    public static void change(final Path file, final String name, final byte[] content)
            throws IOException {
        final Map<String, byte[]> entries = read(file);
        if (content == null) {
            entries.remove(name);
        } else {
            entries.put(name, content);
        }
        write(file, entries);
    }
}
