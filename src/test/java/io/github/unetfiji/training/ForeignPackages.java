package io.github.unetfiji.training;

import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.model.ImportedModel;
import io.github.unetfiji.model.PackageProof;
import io.github.unetfiji.torchscript.ForeignProgram;
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

    /** Opens a package without the test of its tensors, which has tests of its own. */
    static ImportedModel open(final Path file) {
        try (PackageFiles files = PackageFiles.open(file)) {
            final PackageDescription description = DescriptionReader.read(files);
            return new ImportedModel(
                    file,
                    description,
                    ForeignProgram.read(description.weights().read(files, 1 << 28)),
                    new PackageProof(PackageProof.Kind.UNTESTED, Double.NaN, 0, "Not tested."));
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A package of this name, in a folder. */
    static ImportedModel open(final String name, final Path folder) {
        return open(copy(name, folder));
    }
}
