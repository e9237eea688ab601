package io.github.unetfiji.bridge.headless;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a macro. */
final class MacroFile {

    private MacroFile() {}

    /**
     * The macro's text; UTF-8, or Latin-1 as older ImageJ wrote it.
     *
     * @throws UNetException if there is no such file or it cannot be read; names the full path
     */
    static String read(final Path file) {
        final Path path = file.toAbsolutePath().normalize();
        if (Files.isDirectory(path)) {
            throw new UNetException("\"" + path + "\" is a folder; give a macro file (.ijm).");
        }
        if (Files.notExists(path)) {
            throw new UNetException("There is no macro file \"" + path + "\".");
        }
        try {
            return decode(Files.readAllBytes(path));
        } catch (final IOException e) {
            throw new UNetException(
                    "The macro file \"" + path + "\" cannot be read: " + AtomicFile.reason(e) + ".",
                    e);
        }
    }

    private static String decode(final byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (final CharacterCodingException notUtf8) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
