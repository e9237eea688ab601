package io.github.unetfiji.batch;

import ij.ImagePlus;
import io.github.unetfiji.UNetException;
import io.github.unetfiji.ij.ImageFiles;
import java.io.File;
import java.util.Optional;

/** The first image of a file or folder, as an example while a dialog is open; opened once. Not thread-safe. */
public final class FirstImage {

    private File input;
    private Optional<ImagePlus> image = Optional.empty();

    /** The first image of a file or folder; empty if no image can be read. */
    public Optional<ImagePlus> of(final File chosen) {
        if (chosen != null && !chosen.equals(input)) {
            input = chosen;
            image = open(chosen);
        }
        return chosen == null ? Optional.empty() : image;
    }

    private static Optional<ImagePlus> open(final File chosen) {
        try {
            return Optional.of(ImageFiles.open(ImageFiles.list(chosen.toPath()).get(0)));
        } catch (final UNetException none) {
            // NB: said when the command runs; here it is only an example.
            return Optional.empty();
        }
    }
}
