package io.github.unetfiji.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.unetfiji.UNetException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries are loaded only from where nobody else can put one. */
class EngineCacheTest {

    private static final String REMEDY =
            " Remove it, or set DJL_CACHE_DIR to a folder that only you can write to.";

    @TempDir Path folder;

    @BeforeEach
    void posix() {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
    }

    @Test
    void aNewFolderIsForItsUserOnly() throws IOException {
        final Path cache = folder.resolve("new").resolve("cache");
        assertEquals(cache, EngineCache.safe(cache));
        assertEquals("rwx------", permissions(cache));
    }

    @Test
    void aFolderOfTheUserIsTakenAsItIs() throws IOException {
        final Path cache = folder("cache", "rwxr-xr-x");
        EngineCache.safe(cache);
        assertEquals("rwxr-xr-x", permissions(cache));
    }

    @Test
    void aFolderOfTheUserIsClosedToTheGroup() throws IOException {
        final Path cache = folder("cache", "rwxrwxr-x");
        final Path library = library(cache, "rw-rw-r--");
        EngineCache.safe(cache);
        assertEquals("rwxr-xr-x", permissions(cache));
        assertEquals("rw-r--r--", permissions(library));
    }

    @Test
    void whatAllCanWriteIsRefused() throws IOException {
        final Path open = folder("open", "rwxrwxrwx");
        assertRefused(open, "other users can write to it.");
        final Path cache = folder("cache", "rwx------");
        final Path library = library(cache, "rw-rw-rw-");
        assertRefused(cache, "other users can write to " + library + ".");
    }

    @Test
    void whatBelongsToAnotherUserIsRefused() throws IOException {
        final Path planted = folder("planted", "rwxr-xr-x");
        give(planted);
        assertRefused(planted, "it belongs to nobody.");
        final Path cache = folder("cache", "rwx------");
        final Path library = library(cache, "rw-r--r--");
        give(library);
        assertRefused(cache, library + " belongs to nobody.");
    }

    @Test
    void aLinkOfAnotherUserIsRefused() throws IOException {
        final Path mine = folder("mine", "rwx------");
        final Path link = Files.createSymbolicLink(folder.resolve("link"), mine);
        assertEquals(link, EngineCache.safe(link));
        give(link);
        assertRefused(link, "it belongs to nobody.");
    }

    @Test
    void aFileInItsPlaceIsTold() throws IOException {
        final Path file = Files.createFile(folder.resolve("file"));
        assertEquals(
                "The engine libtorch cannot be unpacked: the folder "
                        + file
                        + " cannot be written (it is not a folder). Set DJL_CACHE_DIR to a folder of"
                        + " yours that can, with 500 MB of room.",
                refusal(file));
    }

    @Test
    void theDefaultIsOfTheUserEverywhere() throws IOException {
        final Path temporary = folder("temporary", "rwxrwxrwx");
        final Path home = folder("home", "rwxr-xr-x");
        assertEquals(home.resolve(".djl.ai"), EngineCache.byDefault(home, temporary));
        assertEquals(
                temporary.resolve(".djl.ai-" + System.getProperty("user.name")),
                EngineCache.byDefault(folder.resolve("missing"), temporary));
    }

    private void assertRefused(final Path cache, final String why) {
        assertEquals(
                "The engine's folder " + cache + " is not safe: " + why + REMEDY, refusal(cache));
    }

    private static String refusal(final Path cache) {
        return assertThrows(UNetException.class, () -> EngineCache.safe(cache)).getMessage();
    }

    private Path folder(final String name, final String permissions) throws IOException {
        final Path made = Files.createDirectory(folder.resolve(name));
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString(permissions));
        return made;
    }

    private static Path library(final Path cache, final String permissions) throws IOException {
        final Path libraries = Files.createDirectories(cache.resolve("pytorch").resolve("2.7.1"));
        final Path library = Files.createFile(libraries.resolve("libtorch.so"));
        Files.setPosixFilePermissions(library, PosixFilePermissions.fromString(permissions));
        return library;
    }

    private static String permissions(final Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Gives a file to another user, which only root can. */
    private static void give(final Path file) throws IOException {
        Assumptions.assumeTrue(Integer.valueOf(0).equals(uid()), "only root gives files away");
        Files.setAttribute(file, "unix:uid", 65534, LinkOption.NOFOLLOW_LINKS);
    }

    private static Object uid() throws IOException {
        final Path probe = Files.createTempFile("unet", null);
        try {
            return Files.getAttribute(probe, "unix:uid");
        } finally {
            Files.delete(probe);
        }
    }
}
