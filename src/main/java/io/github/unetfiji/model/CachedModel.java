package io.github.unetfiji.model;

import io.github.unetfiji.UNetException;
import io.github.unetfiji.bioimageio.DescriptionReader;
import io.github.unetfiji.bioimageio.PackageDescription;
import io.github.unetfiji.bioimageio.PackageFiles;
import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.PixelSize;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The facts of a model file that a dialog shows. The file is read again only when it has changed; of a package of another program
 * only the description and, for the meaning of its channels, the test tensors are read, and nothing is run. Not thread-safe.
 */
public final class CachedModel {

    private File file;
    private long modified;
    private Optional<UNetModel> unet = Optional.empty();
    private Optional<PackageDescription> description = Optional.empty();
    private Optional<ChannelMeaning> meaning = Optional.empty();

    /**
     * Takes the facts of a file or a folder, which is read if it is another one or has changed.
     *
     * @throws UNetException if it is no model that can be used
     */
    public CachedModel at(final File model) {
        if (!model.equals(file) || model.lastModified() != modified) {
            file = null;
            OpenedPackage.read(model.toPath(), this::read);
            file = model;
            modified = model.lastModified();
        }
        return this;
    }

    private CachedModel read(final PackageFiles files) throws IOException {
        final boolean ours = ModelPackage.isOurs(DescriptionReader.plain(files));
        unet = ours ? Optional.of(ModelPackage.read(files)) : Optional.empty();
        meaning = Optional.empty();
        description = ours ? Optional.empty() : Optional.of(DescriptionReader.read(files));
        return this;
    }

    /**
     * Shape of the network of the file that was asked for last.
     *
     * @throws UNetException if it is a package of another program
     */
    public Architecture architecture() {
        return unet.orElseThrow(
                        () ->
                                new UNetException(
                                        "The model "
                                                + file
                                                + " is one of another program, whose network is not known."))
                .architecture();
    }

    /** The description of that file, if it is a package of another program. */
    public Optional<PackageDescription> description() {
        return description;
    }

    /**
     * What the channels of that package mean, by its description and its test tensors.
     *
     * @throws UNetException if its test tensors cannot be used
     */
    public Optional<ChannelMeaning> meaning() {
        if (description.isPresent() && meaning.isEmpty()) {
            final Path path = file.toPath();
            meaning =
                    Optional.of(
                            OpenedPackage.read(
                                    path,
                                    files ->
                                            ForeignPackage.meaning(
                                                    path, files, description.get())));
        }
        return meaning;
    }

    /** Pixel size of the images that the model is made for, if it is known. */
    public Optional<PixelSize> pixelSize() {
        return unet.isPresent()
                ? unet.get().pixelSize()
                : description.flatMap(ImportedModel::pixelSize);
    }
}
