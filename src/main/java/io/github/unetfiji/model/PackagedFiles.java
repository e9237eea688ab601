package io.github.unetfiji.model;

import io.github.unetfiji.file.Sha256;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The files of a package besides its description, in the order in which they are written. */
final class PackagedFiles {

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    void put(final String name, final byte[] content) {
        files.put(name, content);
    }

    /** All files by name. */
    Map<String, byte[]> all() {
        return Collections.unmodifiableMap(files);
    }

    /** How a description refers to a file: name and checksum. */
    Map<String, Object> reference(final String name) {
        final Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("source", name);
        reference.put("sha256", Sha256.hex(files.get(name)));
        return reference;
    }
}
