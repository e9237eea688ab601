package io.github.unetfiji.training;

import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.ModelFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Packages of other programs, tiny ones that PyTorch wrote: see make.py beside them. */
final class ForeignPackages {

    private ForeignPackages() {}

    /** Copies a package to a folder. */
    static Path copy(final String name, final Path folder) {
        final Path file = folder.resolve(name + ".zip");
        try (InputStream in =
                ForeignPackages.class.getResourceAsStream("/finetune/" + name + ".zip")) {
            Files.copy(in, file);
            return file;
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Opens a package. */
    static ImportedModel open(final Path file) {
        return (ImportedModel) ModelFile.of(file).read();
    }

    /** A package of this name, in a folder. */
    static ImportedModel open(final String name, final Path folder) {
        return open(copy(name, folder));
    }
}
