package io.github.unetfiji.model;

import io.github.unetfiji.network.Architecture;
import io.github.unetfiji.stack.PixelSize;
import java.io.File;
import java.util.Optional;

/** What a dialog must know of a model file; it is read again only if it changes. Not thread-safe. */
public final class CachedModel {

    private File file;
    private long modified;
    private Architecture architecture;
    private Optional<PixelSize> pixelSize = Optional.empty();

    /**
     * Looks a file up.
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

    public Architecture architecture() {
        return architecture;
    }

    public Optional<PixelSize> pixelSize() {
        return pixelSize;
    }
}
