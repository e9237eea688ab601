package io.github.unetfiji.bioimageio;

/** Reads the description of a package: {@code rdf.yaml}, {@code bioimageio.yaml} or {@code model.yaml}, formats 0.4 and 0.5. */
public final class DescriptionReader {

    private DescriptionReader() {}

    /**
     * Reads and checks the description.
     *
     * @throws io.github.unetfiji.UNetException names the field, what it is, and what it may be
     */
    public static PackageDescription read(final PackageFiles files) {
        throw new UnsupportedOperationException("skeleton");
    }
}
