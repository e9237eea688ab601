package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.NumpyFile;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.network.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of a package, some of which were changed; its description has no checksums. */
record PackageCopy(Map<String, byte[]> files) implements PackageFiles {

    private static final String DESCRIPTION = "rdf.yaml";

    static PackageCopy of(final Path zip) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        try (PackageFiles original = PackageFiles.open(zip)) {
            for (final String name : original.names()) {
                files.put(name, original.read(name, 1 << 24).orElseThrow());
            }
        }
        return new PackageCopy(files).described("(?m)^ *sha256: .*\n", "");
    }

    /** With all matches of a pattern in the description replaced. */
    PackageCopy described(final String pattern, final String by) {
        final String text = new String(files.get(DESCRIPTION), StandardCharsets.UTF_8);
        return with(DESCRIPTION, text.replaceAll(pattern, by).getBytes(StandardCharsets.UTF_8));
    }

    /** With one value of a NumPy file changed by a number. */
    PackageCopy changed(final String file, final int index, final float more) {
        final Tensor tensor = NumpyFile.read(files.get(file), file).tensor();
        tensor.values()[index] += more;
        return with(file, NumpyFile.bytes(tensor.values(), tensor.shape()));
    }

    private PackageCopy with(final String name, final byte[] bytes) {
        final Map<String, byte[]> more = new TreeMap<>(files);
        more.put(name, bytes);
        return new PackageCopy(more);
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Optional<byte[]> read(final String path, final long largest) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public void close() {}
}
