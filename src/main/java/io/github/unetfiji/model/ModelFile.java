package io.github.unetfiji.model;

import io.github.unetfiji.Progress;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Opens a model file or folder, whichever program wrote it: a model of this program ({@link ModelPackage}), or a BioImage.IO
 * package of another one, whose program is read and whose test tensors are run first.
 *
 * <pre>
 * SegmentationModel model = ModelFile.of(Path.of("affable-shark.zip")).read();
 * </pre>
 */
public final class ModelFile {

    private final Path file;
    private boolean trust;
    private Progress progress = Progress.NONE;
    private Consumer<String> messages = sentence -> {};

    private ModelFile(final Path file) {
        this.file = file;
    }

    /** A zip, or a folder that one was unpacked to. */
    public static ModelFile of(final Path file) {
        return new ModelFile(file);
    }

    /** Whether a package is used that does not reproduce its own test output; default not. */
    public ModelFile optTrust(final boolean value) {
        trust = value;
        return this;
    }

    /** Cancels the test of a package. */
    public ModelFile optProgress(final Progress value) {
        progress = value;
        return this;
    }

    /** Takes sentences for people about the package: its test. */
    public ModelFile optMessages(final Consumer<String> value) {
        messages = value;
        return this;
    }

    /**
     * Reads the model.
     *
     * @throws io.github.unetfiji.UNetException if it cannot be used; one sentence that names the file and the field
     */
    public SegmentationModel read() {
        return ModelPackage.read(file);
    }
}
