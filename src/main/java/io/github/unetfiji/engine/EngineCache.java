package io.github.unetfiji.engine;

import ai.djl.util.Utils;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.TemporaryFolder;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder that the engine unpacks its libraries to and loads them from. Only the user and root may write to it, since
 * whoever can write there makes the user run a library of theirs.
 *
 * <p>It is what the user chose by {@code ENGINE_CACHE_DIR} or {@code DJL_CACHE_DIR} (environment or system property), or else
 * {@code .djl.ai} of the home folder, or, where that cannot be written, a folder of the user's own among the temporary files.
 */
final class EngineCache {

    private static final String PROPERTY = "ENGINE_CACHE_DIR";
    private static final List<String> CHOICES = List.of(PROPERTY, "DJL_CACHE_DIR");
    private static final String NAME = ".djl.ai";
    private static final String ENGINE = "pytorch";
    private static final Set<PosixFilePermission> PRIVATE =
            PosixFilePermissions.fromString("rwx------");
    private static final String OWN =
            " Remove it, or set DJL_CACHE_DIR to a folder that only you can write to.";

    private EngineCache() {}

    /**
     * Makes the folder if there is none, and has the engine use it. To be called before the engine is loaded.
     *
     * @throws UNetException if it cannot be made, or is not safe
     */
    static Path prepare() {
        final boolean chosen =
                CHOICES.stream()
                        .map(Utils::getEnvOrSystemProperty)
                        .anyMatch(folder -> folder != null && !folder.isEmpty());
        final Path folder =
                safe(
                        chosen
                                ? Utils.getEngineCacheDir()
                                : byDefault(property("user.home"), property("java.io.tmpdir")));
        System.setProperty(PROPERTY, folder.toString());
        return folder;
    }

    private static Path property(final String name) {
        return Path.of(System.getProperty(name));
    }

    /** Where nothing was chosen. */
    static Path byDefault(final Path home, final Path temporary) {
        final Path usual = home.resolve(NAME);
        return Files.isWritable(home) || Files.isWritable(usual) || holdsEngine(usual)
                ? usual
                : temporary.resolve(NAME + "-" + System.getProperty("user.name"));
    }

    private static boolean holdsEngine(final Path folder) {
        return Files.isDirectory(folder.resolve(ENGINE));
    }

    /**
     * Makes a folder if there is none, and checks it.
     *
     * @throws UNetException if it cannot be made or written, or others could write to it; one sentence
     */
    static Path safe(final Path folder) {
        try {
            make(folder);
            final Path real = folder.toRealPath();
            if (hasOwners(real)) {
                checkOwners(folder, real);
            }
            if (!Files.isWritable(real) && !holdsEngine(real)) {
                throw unwritable(folder, "permission denied");
            }
            return folder.toAbsolutePath();
        } catch (final IOException e) {
            throw unwritable(folder, InstallationCheck.reason(e));
        }
    }

    /** The sentence for a folder that the libraries cannot be unpacked to. */
    static UNetException unwritable(final Path folder, final String reason) {
        return new UNetException(
                "The engine libtorch cannot be unpacked: the folder "
                        + folder
                        + " cannot be written ("
                        + reason
                        + "). Set DJL_CACHE_DIR to a folder of yours that can, with 500 MB of room.");
    }

    private static void make(final Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        final Path parent = folder.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        final FileAttribute<?>[] attributes =
                hasOwners(parent)
                        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PRIVATE)}
                        : new FileAttribute<?>[0];
        try {
            Files.createDirectory(folder, attributes);
        } catch (final FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw new IOException("it is not a folder", e);
            }
        }
    }

    private static boolean hasOwners(final Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }

    private static void checkOwners(final Path folder, final Path real) throws IOException {
        final UserPrincipal user = user();
        // NB: in a shared folder any user can make a link, so the link itself must be the user's.
        checkOwner(folder, folder, user);
        checkAlone(folder, real, user);
        if (holdsEngine(real)) {
            try (Stream<Path> files = Files.walk(real.resolve(ENGINE))) {
                for (final Path file : files.toList()) {
                    checkAlone(folder, file, user);
                }
            }
        }
    }

    /** NB: a folder of the user is made private; but where all could write, all may have written. */
    private static void checkAlone(final Path folder, final Path file, final UserPrincipal user)
            throws IOException {
        final PosixFileAttributes attributes = checkOwner(folder, file, user);
        if (attributes.isSymbolicLink()) {
            return;
        }
        final Set<PosixFilePermission> permissions = attributes.permissions();
        final boolean group = permissions.contains(PosixFilePermission.GROUP_WRITE);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || (group && !attributes.owner().equals(user))) {
            throw new UNetException(
                    "The engine's folder "
                            + folder
                            + " is not safe: other users can write to "
                            + (file.equals(folder) ? "it" : file)
                            + "."
                            + OWN);
        }
        if (group) {
            final Set<PosixFilePermission> fewer = EnumSet.copyOf(permissions);
            fewer.remove(PosixFilePermission.GROUP_WRITE);
            Files.setPosixFilePermissions(file, fewer);
        }
    }

    private static PosixFileAttributes checkOwner(
            final Path folder, final Path file, final UserPrincipal user) throws IOException {
        final PosixFileAttributes attributes =
                Files.readAttributes(file, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.owner().equals(user) && !isRoot(file)) {
            throw new UNetException(
                    "The engine's folder "
                            + folder
                            + " is not safe: "
                            + (file.equals(folder) ? "it" : file)
                            + " belongs to "
                            + attributes.owner().getName()
                            + "."
                            + OWN);
        }
        return attributes;
    }

    private static boolean isRoot(final Path file) throws IOException {
        return Objects.equals(0, Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS));
    }

    /** NB: by a file of theirs, since in a container a user may have no name. */
    private static UserPrincipal user() throws IOException {
        try (TemporaryFolder probe = TemporaryFolder.make("unet")) {
            return Files.getOwner(probe.path());
        }
    }
}
