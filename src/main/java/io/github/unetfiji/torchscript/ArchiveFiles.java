package io.github.unetfiji.torchscript;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.MemoryZip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a TorchScript archive that matter: program texts, the two pickles, storages and the version of the format.
 * Others, such as notes for debugging, are left out.
 */
final class ArchiveFiles {

    static final String DATA = "data.pkl";
    static final String CONSTANTS = "constants.pkl";
    private static final String VERSION = "version";

    /** Where formats from 6 on have the version; libtorch looks there first. */
    private static final String NEW_VERSION = ".data/version";

    private static final String BYTE_ORDER = "byteorder";
    private static final String CODE = "code/";
    private static final String ROOT = "archive/";
    private static final int MOST_ENTRIES = 65_000;
    private static final long LARGEST_TEXT = 8 << 20;
    private static final long LARGEST_PICKLE = 64 << 20;
    private static final long LARGEST_STORAGE = Integer.MAX_VALUE - 1024;

    /** What a zip takes for the name and the size of a file, about. */
    private static final int HEADERS = 256;

    private static final Pattern TEXT = Pattern.compile("code/__torch__(/\\w+)*\\.py");
    private static final Pattern STORAGE = Pattern.compile("(data|constants)/\\w+");

    /** Formats that libtorch 2 reads. */
    private static final int NEWEST_VERSION = 10;

    private final Map<String, byte[]> files;

    private ArchiveFiles(final Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * Reads an archive.
     *
     * @throws UNetException if it is none, is damaged, or is of a format that is not read
     */
    static ArchiveFiles read(final byte[] archive) {
        try {
            return read(MemoryZip.of(archive, MOST_ENTRIES));
        } catch (final UNetException e) {
            throw new UNetException(
                    "The weights are no TorchScript archive that can be read: " + e.getMessage(),
                    e);
        }
    }

    private static ArchiveFiles read(final MemoryZip zip) {
        final String root = root(zip);
        final Map<String, byte[]> files = new LinkedHashMap<>();
        long size = 0;
        for (final String entry : zip.names()) {
            if (entry.startsWith(root)) {
                final String name = entry.substring(root.length());
                final long largest = largest(name);
                if (largest > 0) {
                    final byte[] content =
                            zip.read(entry, Math.min(largest, LARGEST_STORAGE - size))
                                    .orElseThrow();
                    files.put(name, content);
                    size += content.length + HEADERS;
                }
            }
        }
        final ArchiveFiles read = new ArchiveFiles(files);
        read.checkFormat();
        return read;
    }

    private static String root(final MemoryZip zip) {
        final String first =
                zip.names().stream()
                        .filter(name -> name.indexOf('/') > 0)
                        .findFirst()
                        .map(name -> name.substring(0, name.indexOf('/') + 1))
                        .orElseThrow(() -> new UNetException("It holds no folder with a program."));
        if (zip.names().stream().anyMatch(name -> !name.startsWith(first))) {
            throw new UNetException("It holds files outside of its folder '" + first + "'.");
        }
        return first;
    }

    /** Bytes that a file may have; 0 if it does not matter. */
    private static long largest(final String name) {
        if (name.equals(DATA) || name.equals(CONSTANTS)) {
            return LARGEST_PICKLE;
        }
        if (List.of(VERSION, NEW_VERSION, BYTE_ORDER).contains(name)) {
            return 100;
        }
        if (STORAGE.matcher(name).matches()) {
            return LARGEST_STORAGE;
        }
        return TEXT.matcher(name).matches() ? LARGEST_TEXT : 0;
    }

    private void checkFormat() {
        final String place = files.containsKey(NEW_VERSION) ? NEW_VERSION : VERSION;
        for (final String name : List.of(DATA, CONSTANTS, place)) {
            if (!files.containsKey(name)) {
                throw new UNetException(name + " is missing.");
            }
        }
        final String version = line(place);
        if (!version.matches("\\d{1,2}") || Integer.parseInt(version) > NEWEST_VERSION) {
            throw new UNetException(
                    "Its format is version '"
                            + version
                            + "', but only versions up to "
                            + NEWEST_VERSION
                            + " can be read.");
        }
        if (files.containsKey(BYTE_ORDER) && !line(BYTE_ORDER).equals("little")) {
            throw new UNetException(
                    "Its byte order is '" + line(BYTE_ORDER) + "', but must be little.");
        }
    }

    private String line(final String name) {
        return new String(files.get(name), StandardCharsets.ISO_8859_1).strip();
    }

    /** A file; empty where there is none. */
    byte[] get(final String name) {
        return files.getOrDefault(name, new byte[0]);
    }

    /** The program texts by the name of their module, such as {@code __torch__.torch.nn.functional}; one char for each byte. */
    Map<String, String> texts() {
        final Map<String, String> texts = new LinkedHashMap<>();
        files.forEach(
                (name, content) -> {
                    if (name.startsWith(CODE)) {
                        final String module =
                                name.substring(CODE.length(), name.length() - ".py".length());
                        texts.put(
                                module.replace('/', '.'),
                                new String(content, StandardCharsets.ISO_8859_1));
                    }
                });
        return texts;
    }

    /** The same with other program texts; see {@link #texts}. */
    ArchiveFiles with(final Map<String, String> texts) {
        final Map<String, byte[]> changed = new LinkedHashMap<>(files);
        texts.forEach(
                (module, text) ->
                        changed.put(
                                CODE + module.replace('.', '/') + ".py",
                                text.getBytes(StandardCharsets.ISO_8859_1)));
        return new ArchiveFiles(changed);
    }

    /** The archive with just these files. */
    byte[] archive() {
        final int size =
                files.values().stream().mapToInt(content -> content.length + HEADERS).sum();
        final ByteArrayOutputStream out = new ByteArrayOutputStream(size);
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(final ZipOutputStream zip, final String name, final byte[] content)
            throws IOException {
        final ZipEntry entry = new ZipEntry(ROOT + name);
        final CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        // NB: a fixed time, so that equal programs give equal bytes.
        entry.setTimeLocal(java.time.LocalDateTime.of(2015, 5, 18, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
