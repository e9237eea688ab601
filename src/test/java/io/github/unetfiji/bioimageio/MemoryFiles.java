package io.github.unetfiji.bioimageio;

import io.github.unetfiji.UNetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The files of a package that was never written. */
public record MemoryFiles(Map<String, byte[]> files) implements PackageFiles {

    public MemoryFiles {
        files = new LinkedHashMap<>(files);
    }

    /** The same with another file. */
    MemoryFiles with(final String name, final byte[] bytes) {
        final MemoryFiles more = new MemoryFiles(files);
        more.files.put(name, bytes);
        return more;
    }

    /** The same without a file. */
    MemoryFiles without(final String name) {
        final MemoryFiles less = new MemoryFiles(files);
        less.files.remove(name);
        return less;
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(final String path, final long largest) {
        final Optional<byte[]> bytes = Optional.ofNullable(files.get(path));
        if (bytes.filter(some -> some.length > largest).isPresent()) {
            throw new UNetException(path + " is too large.");
        }
        return bytes;
    }

    @Override
    public void close() {}
}
