package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.torchscript.ForeignProgram;

/** Runs the test tensors of a package. */
final class PackageTest {

    private PackageTest() {}

    static PackageProof of(
            final PackageDescription description,
            final PackageFiles files,
            final ForeignProgram program,
            final Progress progress) {
        throw new UnsupportedOperationException("skeleton");
    }
}
