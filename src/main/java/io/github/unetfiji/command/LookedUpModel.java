package io.github.unetfiji.command;

import io.github.unetfiji.image.PixelSize;
import io.github.unetfiji.model.ModelPackage;
import io.github.unetfiji.model.UNetModel;
import io.github.unetfiji.network.Architecture;
import java.io.File;
import java.util.Optional;

/** What a dialog must know of a model file; it is read again only if it changes. Not thread-safe. */
final class LookedUpModel {

    private File file;
    private long modified;
    private Architecture architecture;
    private Optional<PixelSize> pixelSize = Optional.empty();

    /**
     * Looks a file up.
     *
     * @throws io.github.unetfiji.UNetException if it is no model that can be used
     */
    LookedUpModel at(final File model) {
        if (!model.equals(file) || model.lastModified() != modified) {
            final UNetModel read = ModelPackage.read(model.toPath());
            architecture = read.architecture();
            pixelSize = read.pixelSize();
            file = model;
            modified = model.lastModified();
        }
        return this;
    }

    Architecture architecture() {
        return architecture;
    }

    Optional<PixelSize> pixelSize() {
        return pixelSize;
    }
}
