package io.github.unetfiji.bioimageio;

import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.BoundedZip;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;

/** The files of a zip. */
record ZipFiles(BoundedZip zip, List<String> names) implements PackageFiles {

    static ZipFiles open(final Path file) throws IOException {
        final BoundedZip zip = BoundedZip.open(file);
        try {
            zip.names().forEach(PackagePath::check);
            checkUnique(zip.names());
            return new ZipFiles(
                    zip, zip.names().stream().filter(name -> !name.endsWith("/")).toList());
        } catch (final UNetException e) {
            zip.close();
            throw e;
        }
    }

    /**
     * NB: programs differ in which one of two files of the same name they read, and some systems take names for the same that differ
     * in capitals, or in how an accent is written.
     */
    private static void checkUnique(final List<String> names) {
        final Set<String> seen = new HashSet<>();
        for (final String name : names) {
            final String path = PackagePath.inside(name).orElse(name);
            final String same =
                    Normalizer.normalize(path, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
            if (!seen.add(same)) {
                throw new UNetException("It holds '" + Legible.echo(name) + "' twice.");
            }
        }
    }

    @Override
    public Optional<byte[]> read(final String path, final long largest) throws IOException {
        try {
            return zip.read(path, largest);
        } catch (final EOFException e) {
            throw (ZipException) new ZipException("the zip ends within " + path).initCause(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
