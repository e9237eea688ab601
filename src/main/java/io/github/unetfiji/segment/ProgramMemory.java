package io.github.unetfiji.segment;

import io.github.unetfiji.model.PackageProof;

/** The memory that the program of a package needs. */
final class ProgramMemory {

    /** Of a U-Net with 32 features, about; where nothing was measured. */
    static final long UNKNOWN = 2048;

    private ProgramMemory() {}

    /** Memory of the device for each pixel of a tile, about. */
    static long bytesPerPixel(final PackageProof proof) {
        return proof.bytesPerPixel() > 0 ? proof.bytesPerPixel() : UNKNOWN;
    }
}
