package io.github.unetfiji.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;

/** Locks on files. Programs, and the threads of one program, exclude each other by them. */
public final class FileLocks {

    private FileLocks() {}

    /**
     * Takes the lock of a file; it is freed when the channel is closed, or the program ends.
     *
     * @return false if another thread or program has it
     * @throws IOException if the file system knows no locks
     */
    public static boolean take(final FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (final OverlappingFileLockException e) {
            return false; // NB: how Java says that it is this very program.
        }
    }
}
