package io.github.unetfiji.model;

import io.github.unetfiji.CancelledException;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.file.NoTemporaryFilesException;
import io.github.unetfiji.file.ReadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;

/** Opens a package, has it read, and says of every failure which model it is about. */
final class OpenedPackage {

    private OpenedPackage() {}

    /**
     * What is made of the files of a package.
     *
     * @param <T> kind of model
     */
    interface Reading<T> {
        T of(PackageFiles files) throws IOException;
    }

    /**
     * Reads a zip or a folder.
     *
     * @throws UNetException if it cannot be used; one sentence that names it
     */
    static <T> T read(final Path file, final Reading<T> reading) {
        final boolean folder = Files.isDirectory(file);
        if (!folder) {
            ReadableFile.check("The model", file);
        }
        try (PackageFiles files = PackageFiles.open(file)) {
            if (folder && !DescriptionReader.isIn(files)) {
                throw new IsNoPackage(
                        "The model "
                                + file
                                + " is a folder without a description (rdf.yaml, bioimageio.yaml or"
                                + " model.yaml), so it is no model.");
            }
            return reading.of(files);
        } catch (final NoTemporaryFilesException | CancelledException | IsNoPackage e) {
            throw e;
        } catch (final ZipException e) {
            throw new UNetException(
                    "The model " + file + " is no model package: it is no complete zip file.", e);
        } catch (final IOException e) {
            throw ReadableFile.unreadable("The model", file, e);
        } catch (final UNetException e) {
            throw new UNetException("The model " + file + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** A folder of something else. */
    private static final class IsNoPackage extends UNetException {
        private static final long serialVersionUID = 1L;

        IsNoPackage(final String message) {
            super(message);
        }
    }
}
