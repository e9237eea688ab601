package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.file.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder of models: zip files, and the folders that such were unpacked to. Each is described by its description alone, so that a
 * list of hundreds is read in seconds and nothing of a package is run.
 *
 * <pre>
 * for (ShelfEntry model : ModelShelf.of(Path.of("models")).entries()) {
 *     System.out.println(model); // em-unet: gray, 4x4 nm pixels -> background, cell
 * }
 * </pre>
 *
 * <p>Folders in the folder are looked into, but not those in them. Thread-safe.
 */
public final class ModelShelf {

    /** A folder with more than these was not meant as a shelf. */
    private static final int MOST = 2000;

    private static final Comparator<Path> BY_NAME =
            Comparator.<Path, String>comparing(
                            path -> path.getFileName().toString().toLowerCase(Locale.ROOT))
                    .thenComparing(Comparator.naturalOrder());

    private final Path folder;
    private final KnownModels known;

    private ModelShelf(final Path folder, final KnownModels known) {
        this.folder = folder;
        this.known = known;
    }

    /** The shelf of a folder, which need not be there. */
    public static ModelShelf of(final Path folder) {
        return new ModelShelf(folder, new KnownModels());
    }

    /**
     * The shelf of a folder.
     *
     * @param known models that were read before, and need not be read again unless they changed
     */
    public static ModelShelf of(final Path folder, final KnownModels known) {
        return new ModelShelf(folder, known);
    }

    /**
     * Paths of what may be models, in the order of their names: at most 2000; none if there is no such folder. No file is opened.
     *
     * @throws UNetException if the folder cannot be read
     */
    public List<Path> paths() {
        final List<Path> paths = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return paths;
        }
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(folder, ModelShelf::mayBeModel)) {
            for (final Path file : files) {
                paths.add(file);
                if (paths.size() == MOST) {
                    break;
                }
            }
        } catch (final IOException e) {
            throw unreadable(e);
        } catch (final DirectoryIteratorException e) {
            throw unreadable(e.getCause());
        }
        paths.sort(BY_NAME);
        return paths;
    }

    private UNetException unreadable(final IOException e) {
        return new UNetException(
                "The folder of models " + folder + " cannot be read: " + AtomicFile.reason(e) + ".",
                e);
    }

    private static boolean mayBeModel(final Path file) {
        final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".zip") || Files.isDirectory(file));
    }

    /**
     * All models, in the order of their files' names; those that cannot be used come last.
     *
     * @throws UNetException if the folder cannot be read
     */
    public List<ShelfEntry> entries() {
        return paths().stream()
                .map(known::read)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(entry -> entry.problem().isPresent()))
                .toList();
    }
}
