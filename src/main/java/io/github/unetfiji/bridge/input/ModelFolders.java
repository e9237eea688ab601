package io.github.unetfiji.bridge.input;

import ij.IJ;
import ij.Prefs;
import io.github.unetfiji.Legible;
import io.github.unetfiji.UNetException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folders whose models dialogs list, and macros may name: {@code models} in ImageJ's folder, and one that the user chose, which
 * ImageJ's preferences keep.
 *
 * @param folders absolute, the chosen one first; they need not be there
 */
public record ModelFolders(List<Path> folders) {

    private static final String KEY = "unetfiji.modelfolder";
    private static final String NAME = "models";
    private static final String ZIP = ".zip";

    /** Those of this ImageJ. */
    public static ModelFolders now() {
        final List<Path> folders = new ArrayList<>();
        chosen().ifPresent(folders::add);
        ofImageJ().filter(folder -> !folders.contains(folder)).ifPresent(folders::add);
        return new ModelFolders(folders);
    }

    /** The folder that the user chose. */
    public static Optional<Path> chosen() {
        return path(Prefs.get(KEY, ""));
    }

    /** The folder {@code models} of ImageJ; nothing if ImageJ has no folder of its own. */
    public static Optional<Path> ofImageJ() {
        return path(IJ.getDirectory("imagej")).map(folder -> folder.resolve(NAME));
    }

    /** Remembers the folder that the user chose. */
    public static void choose(final File folder) {
        Prefs.set(KEY, folder.getAbsolutePath());
        Prefs.savePreferences();
    }

    /** Forgets the folder that the user chose. */
    public static void chooseNone() {
        Prefs.set(KEY, null);
        Prefs.savePreferences();
    }

    private static Optional<Path> path(final String text) {
        try {
            return text == null || text.isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(text).toAbsolutePath().normalize());
        } catch (final InvalidPathException edited) {
            return Optional.empty();
        }
    }

    /**
     * The model in these folders whose file, or folder, has this name; {@code .zip} may be left out.
     *
     * @param what the name is, begins a sentence: {@code Option "model"}
     * @param name without a path
     * @return empty if there is none
     * @throws UNetException if there are several
     */
    Optional<Path> find(final String what, final Path name) {
        if (!isBareName(name)) {
            return Optional.empty();
        }
        final List<Path> exact = all(name.toString());
        final List<Path> found = exact.isEmpty() ? all(name + ZIP) : exact;
        if (found.size() > 1) {
            throw new UNetException(
                    what
                            + ": several models have the name \""
                            + Legible.echo(name.toString())
                            + "\": "
                            + Legible.list(found)
                            + "; give the path of one.");
        }
        return found.stream().findFirst();
    }

    /** The file that a path means, or the model that a bare name means; of a name that several models have, the first. */
    public Path resolved(final Path path) {
        return Files.exists(path) || !isBareName(path)
                ? path
                : Stream.concat(all(path.toString()).stream(), all(path + ZIP).stream())
                        .findFirst()
                        .orElse(path);
    }

    private static boolean isBareName(final Path path) {
        return !path.isAbsolute() && path.getNameCount() == 1 && !path.toString().startsWith(".");
    }

    private List<Path> all(final String name) {
        return folders.stream().map(folder -> folder.resolve(name)).filter(Files::exists).toList();
    }
}
