package io.github.unetfiji.model;

import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.work.Remembered;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What came out of the tests of the packages that were read last, so that a package is tested once in a process. Thread-safe.
 *
 * <p>NB: it is not kept in a file, where somebody else could write that a package was tested.
 */
final class TestedPackages {

    private static final int MOST = 50;

    private final Remembered<Key, PackageProof> proofs = new Remembered<>(MOST);

    /**
     * All that a test depends on.
     *
     * @param description of the package
     * @param program checksum of its program
     * @param tensors checksums of its test tensors
     */
    record Key(PackageDescription description, String program, List<String> tensors) {}

    /** A test of a package. */
    interface Test {
        PackageProof run() throws IOException;
    }

    /** The outcome of a test, which runs if this package was not tested yet. */
    PackageProof proof(final Key key, final Test test) throws IOException {
        final Optional<PackageProof> before = proofs.get(key);
        if (before.isPresent()) {
            return before.get();
        }
        final PackageProof proof = test.run();
        proofs.put(key, proof);
        return proof;
    }
}
