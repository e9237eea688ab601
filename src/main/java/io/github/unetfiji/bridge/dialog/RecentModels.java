package io.github.unetfiji.bridge.dialog;

import ij.Prefs;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models used last, files and folders, in ImageJ's preferences; a dialog offers them.
 *
 * <p>NB: only for dialogs. No macro and no result depends on them.
 */
final class RecentModels {

    private static final String KEY = "unetfiji.models";
    private static final String BETWEEN = "\n";
    private static final int MOST = 8;

    private RecentModels() {}

    /** The absolute paths of those that are still there, the last used first. NB: asks a disk, perhaps a slow one. */
    static List<String> list() {
        return paths().filter(path -> new File(path).exists()).toList();
    }

    /** The absolute paths of all of them, the last used first; some may be gone. */
    static Stream<String> paths() {
        return Stream.of(Prefs.get(KEY, "").split(BETWEEN)).filter(path -> !path.isEmpty());
    }

    /** The one used last of those that are still there. */
    static Optional<String> last() {
        return paths().filter(path -> new File(path).exists()).findFirst();
    }

    /** Remembers a file as used last. */
    static void use(final File model) {
        final List<String> paths = new ArrayList<>(paths().toList());
        final String path = model.getAbsolutePath();
        paths.removeIf(path::equals);
        paths.add(0, path);
        Prefs.set(KEY, String.join(BETWEEN, paths.subList(0, Math.min(MOST, paths.size()))));
    }
}
