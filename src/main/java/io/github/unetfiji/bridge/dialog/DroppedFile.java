package io.github.unetfiji.bridge.dialog;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The file or folder that somebody drops on a field. Windows, macOS and most of Linux send a list of files; some file managers send
 * a list of addresses, {@code text/uri-list}, or the same as a plain text.
 */
final class DroppedFile {

    private static final DataFlavor ADDRESSES =
            new DataFlavor("text/uri-list;class=java.lang.String", "addresses");

    /** NB: a list of files first, which needs no decoding. */
    private static final List<DataFlavor> FLAVORS =
            List.of(DataFlavor.javaFileListFlavor, ADDRESSES, DataFlavor.stringFlavor);

    private DroppedFile() {}

    /** Whether there may be a file in it. */
    static boolean isPossible(final List<DataFlavor> offered) {
        return FLAVORS.stream()
                .anyMatch(flavor -> offered.stream().anyMatch(other -> other.equals(flavor)));
    }

    /** The first of the files that are dropped; empty if none is. */
    static Optional<File> of(final Transferable dropped) {
        return FLAVORS.stream()
                .filter(dropped::isDataFlavorSupported)
                .flatMap(flavor -> files(dropped, flavor))
                .findFirst();
    }

    private static Stream<File> files(final Transferable dropped, final DataFlavor flavor) {
        try {
            final Object data = dropped.getTransferData(flavor);
            if (data instanceof List<?> list) {
                return list.stream().filter(File.class::isInstance).map(File.class::cast);
            }
            return data instanceof String text
                    ? text.lines().flatMap(line -> file(line.strip()).stream())
                    : Stream.empty();
        } catch (final UnsupportedFlavorException | IOException other) {
            return Stream.empty(); // NB: the next flavor may be readable.
        }
    }

    /** A line of a list of addresses, in which those that begin with # are comments; or an absolute path. */
    private static Optional<File> file(final String line) {
        try {
            if (line.startsWith("file:")) {
                final URI address = URI.create(line);
                return Optional.of(
                        address.getHost() == null
                                ? Path.of(address).toFile()
                                : new File(address.getPath()));
            }
            final File path = new File(line);
            return path.isAbsolute() && path.exists() ? Optional.of(path) : Optional.empty();
        } catch (final IllegalArgumentException | FileSystemNotFoundException noFile) {
            return Optional.empty();
        }
    }
}
