package io.github.unetfiji.bridge.dialog;

import java.io.File;

/** Where browsing starts: in the folder of what the field holds. */
final class BrowseStart {

    private BrowseStart() {}

    /**
     * The folder to show first: that of the path, or the nearest above it that is there.
     *
     * @param text the path in the field; empty, or a bare name such as {@code model.zip}, it tells no folder
     * @param otherwise the folder for such a field, or {@code null}
     */
    static File folder(final String text, final File otherwise) {
        final File file = new File(text);
        if (text.isEmpty() || (!file.isAbsolute() && !file.exists())) {
            return otherwise;
        }
        File folder = file.getAbsoluteFile().getParentFile();
        while (folder != null && !folder.isDirectory()) {
            folder = folder.getParentFile();
        }
        return folder == null ? otherwise : folder;
    }
}
