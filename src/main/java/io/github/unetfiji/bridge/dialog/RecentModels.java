package io.github.unetfiji.bridge.dialog;

import ij.Prefs;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

/**
 * The model files used last, in ImageJ's preferences; a dialog offers them.
 *
 * <p>NB: only for dialogs. No macro and no result depends on them.
 */
final class RecentModels {

    private static final String KEY = "unetfiji.models";
    private static final String BETWEEN = "\n";
    private static final int MOST = 8;

    private RecentModels() {}

    /** The absolute paths of those that are still there, the last used first. */
    static List<String> list() {
        return all().stream().filter(path -> new File(path).isFile()).toList();
    }

    private static List<String> all() {
        return List.of(Prefs.get(KEY, "").split(BETWEEN));
    }

    /** Remembers a file as used last. */
    static void use(final File model) {
        final List<String> paths = new ArrayList<>(all());
        final String path = model.getAbsolutePath();
        paths.removeIf(old -> old.isEmpty() || old.equals(path));
        paths.add(0, path);
        Prefs.set(KEY, String.join(BETWEEN, paths.subList(0, Math.min(MOST, paths.size()))));
    }
}
