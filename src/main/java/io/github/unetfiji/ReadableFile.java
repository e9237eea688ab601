package io.github.unetfiji;

import java.nio.file.Files;
import java.nio.file.Path;

/** Tells why a file cannot be read, before it is tried. */
public final class ReadableFile {

    private ReadableFile() {}

    /**
     * Checks that there is a file, and that it may be read.
     *
     * @param what the file is, begins a sentence: {@code The model}
     * @throws UNetException if not; names it
     */
    public static void check(final String what, final Path file) {
        if (Files.isDirectory(file)) {
            throw new UNetException(what + " " + file + " is a folder, not a file.");
        }
        if (Files.notExists(file)) {
            throw new UNetException(what + " " + file + " does not exist.");
        }
        // NB: what is in a folder that is closed to the user neither exists nor is missing.
        if (!Files.isReadable(file)) {
            throw new UNetException(what + " " + file + " cannot be read: permission denied.");
        }
        if (!Files.isRegularFile(file)) {
            throw new UNetException(what + " " + file + " is no file.");
        }
    }
}
