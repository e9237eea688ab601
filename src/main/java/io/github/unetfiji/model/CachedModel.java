package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.PixelSize;
import java.io.File;
import java.util.Optional;

/** The facts of a model file that a dialog shows. The file is read again only when it has changed. Not thread-safe. */
public final class CachedModel {

    private File file;
    private long modified;
    private Architecture architecture;
    private Optional<PixelSize> pixelSize = Optional.empty();

    /**
     * Takes the facts of a file, which is read if it is another one or has changed.
     *
     * @throws io.github.unetfiji.UNetException if it is no model that can be used
     */
    public CachedModel at(final File model) {
        if (!model.equals(file) || model.lastModified() != modified) {
            final UNetModel read = ModelPackage.read(model.toPath());
            architecture = read.architecture();
            pixelSize = read.pixelSize();
            file = model;
            modified = model.lastModified();
        }
        return this;
    }

    /** Shape of the network of the file that was asked for last. */
    public Architecture architecture() {
        return architecture;
    }

    /** Pixel size of the training images of that file, if it is known. */
    public Optional<PixelSize> pixelSize() {
        return pixelSize;
    }
}
