package io.github.unetfiji.bridge.dialog;

import io.github.unetfiji.bioimageio.DescriptionReader;
import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.swing.filechooser.FileFilter;

/**
 * Lets a file chooser show folders and models: zip files that hold a description of a model, unlike ROI sets and zipped images; and the
 * descriptions of models that were unpacked.
 */
final class ModelFiles extends FileFilter {

    /** NB: a file chooser asks for every file again and again. */
    private final Map<File, Boolean> known = new HashMap<>();

    @Override
    public boolean accept(final File file) {
        return file.isDirectory() || known.computeIfAbsent(file, ModelFiles::isModel);
    }

    /** Whether the file is a zip file with the description of a model, or such a description; which itself is not read. */
    static boolean isModel(final File file) {
        if (DescriptionReader.isDescription(file.getName())) {
            return true;
        }
        if (!file.getName().toLowerCase(Locale.ROOT).endsWith(".zip")) {
            return false;
        }
        try (ZipFile zip = new ZipFile(file)) {
            return zip.stream().map(ZipEntry::getName).anyMatch(DescriptionReader::isDescription);
        } catch (final IOException unreadable) {
            return false;
        }
    }

    @Override
    public String getDescription() {
        return "Models (.zip, or rdf.yaml of an unpacked one)";
    }
}
